/**
 * The petition itself: what may happen to it, and what has. Pure: no framework but the event
 * sourcing annotations, no clock.
 */
@NullMarked
package se.lyhord.petition.petition;

import org.jspecify.annotations.NullMarked;
