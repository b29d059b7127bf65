/** The public pages: front page, list, petition, status, and the plain texts about how it works. */
@NullMarked
package se.lyhord.gateway.browse;

import org.jspecify.annotations.NullMarked;
