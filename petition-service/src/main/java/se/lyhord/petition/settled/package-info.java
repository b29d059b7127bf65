/** What the municipality has settled for itself, for citizens' pages to read. */
@NullMarked
package se.lyhord.petition.settled;

import org.jspecify.annotations.NullMarked;
