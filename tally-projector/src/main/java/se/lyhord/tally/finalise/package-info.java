/** Fenced box to signed final tally, which is the order to shred. */
@NullMarked
package se.lyhord.tally.finalise;

import org.jspecify.annotations.NullMarked;
