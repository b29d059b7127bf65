/** Stage 4: votes are cast; and the one writer that commits votes and withdrawals in groups. */
@NullMarked
package se.lyhord.voting.cast;

import org.jspecify.annotations.NullMarked;
