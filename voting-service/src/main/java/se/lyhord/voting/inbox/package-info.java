/** What this service listens to, as its own records. */
@NullMarked
package se.lyhord.voting.inbox;

import org.jspecify.annotations.NullMarked;
