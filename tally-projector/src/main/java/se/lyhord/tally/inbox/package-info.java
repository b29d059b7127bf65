/** What this service listens to, as its own records. */
@NullMarked
package se.lyhord.tally.inbox;

import org.jspecify.annotations.NullMarked;
