/** Review of petitions before publication, and the dashboard of the municipality's staff. */
@NullMarked
package se.lyhord.moderation;

import org.jspecify.annotations.NullMarked;
