/** Stage 4: a voter takes back a vote. */
@NullMarked
package se.lyhord.voting.withdraw;

import org.jspecify.annotations.NullMarked;
