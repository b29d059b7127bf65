/** Stage 3: an approved petition opens for votes, under the rules of that day. */
@NullMarked
package se.lyhord.petition.open;

import org.jspecify.annotations.NullMarked;
