/** The events that other services may read, and the one class that sends them. */
@NullMarked
package se.lyhord.moderation.published;

import org.jspecify.annotations.NullMarked;
