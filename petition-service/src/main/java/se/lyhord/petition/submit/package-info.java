/** Stage 1: a citizen submits a petition, without logging in. */
@NullMarked
package se.lyhord.petition.submit;

import org.jspecify.annotations.NullMarked;
