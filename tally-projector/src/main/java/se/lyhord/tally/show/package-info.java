/** Counts, certificates and tracker lists over HTTP. */
@NullMarked
package se.lyhord.tally.show;

import org.jspecify.annotations.NullMarked;
