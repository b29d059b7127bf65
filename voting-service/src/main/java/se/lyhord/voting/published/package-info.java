/** What other services may read of ballot boxes, and the publishers that translate to it. */
@NullMarked
package se.lyhord.voting.published;

import org.jspecify.annotations.NullMarked;
