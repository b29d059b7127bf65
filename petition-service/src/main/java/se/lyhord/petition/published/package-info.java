/**
 * What other services may read: the versioned events on topic petitions, and their one forwarder.
 */
@NullMarked
package se.lyhord.petition.published;

import org.jspecify.annotations.NullMarked;
