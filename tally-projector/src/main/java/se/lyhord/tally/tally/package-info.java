/** A petition's tally, from counting to certified: pure, without Spring. */
@NullMarked
package se.lyhord.tally.tally;

import org.jspecify.annotations.NullMarked;
