/** Voting, the receipt, and taking a vote back. */
@NullMarked
package se.lyhord.gateway.ballot;

import org.jspecify.annotations.NullMarked;
