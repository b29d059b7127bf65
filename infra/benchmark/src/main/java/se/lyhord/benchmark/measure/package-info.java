/** Times, processor time, and what they come to. */
@NullMarked
package se.lyhord.benchmark.measure;

import org.jspecify.annotations.NullMarked;
