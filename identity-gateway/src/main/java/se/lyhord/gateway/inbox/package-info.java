/** What the gateway listens to. */
@NullMarked
package se.lyhord.gateway.inbox;

import org.jspecify.annotations.NullMarked;
