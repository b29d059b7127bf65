/** Evidence of destruction to closing certificate. */
@NullMarked
package se.lyhord.tally.certify;

import org.jspecify.annotations.NullMarked;
