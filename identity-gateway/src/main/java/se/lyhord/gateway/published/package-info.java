/** The events that other services may read. */
@NullMarked
package se.lyhord.gateway.published;

import org.jspecify.annotations.NullMarked;
