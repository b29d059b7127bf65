/** How fast votes are taken: {@code ./bench}. */
@NullMarked
package se.lyhord.benchmark;

import org.jspecify.annotations.NullMarked;
