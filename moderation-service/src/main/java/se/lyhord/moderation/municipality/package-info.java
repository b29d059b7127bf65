/**
 * What the municipality has settled for itself: its name, promises, reasons and committees. Pure.
 */
@NullMarked
package se.lyhord.moderation.municipality;

import org.jspecify.annotations.NullMarked;
