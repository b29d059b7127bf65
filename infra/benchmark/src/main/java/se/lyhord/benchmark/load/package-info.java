/** Load over HTTP/1.1 that costs little of the machine it shares with what it measures. */
@NullMarked
package se.lyhord.benchmark.load;

import org.jspecify.annotations.NullMarked;
