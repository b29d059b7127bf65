/** Two moderators take a published petition down; one restores it. */
@NullMarked
package se.lyhord.moderation.takedown;

import org.jspecify.annotations.NullMarked;
