/** Takes parts of the whole system away under votes, and counts whether one was lost. */
@NullMarked
package se.lyhord.faults;

import org.jspecify.annotations.NullMarked;
