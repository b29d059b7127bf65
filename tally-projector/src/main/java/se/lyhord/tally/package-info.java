/** Anonymous counts, final tallies and closing certificates. */
@NullMarked
package se.lyhord.tally;

import org.jspecify.annotations.NullMarked;
