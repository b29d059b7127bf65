/** Submitting a petition, without login. */
@NullMarked
package se.lyhord.gateway.propose;

import org.jspecify.annotations.NullMarked;
