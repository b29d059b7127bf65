/** Stage 3: a petition was opened, so its ballot box is, once and for ever. */
@NullMarked
package se.lyhord.voting.open;

import org.jspecify.annotations.NullMarked;
