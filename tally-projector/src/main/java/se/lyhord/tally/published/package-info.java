/** The events other services may read, and the one publisher of them. */
@NullMarked
package se.lyhord.tally.published;

import org.jspecify.annotations.NullMarked;
