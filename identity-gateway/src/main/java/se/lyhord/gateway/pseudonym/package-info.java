/** A petition's secret key from birth to destruction, and the pseudonyms made with it. */
@NullMarked
package se.lyhord.gateway.pseudonym;

import org.jspecify.annotations.NullMarked;
