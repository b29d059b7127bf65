/** Stage 7: the votes are dropped and the write-ahead log they stood in is gone. */
@NullMarked
package se.lyhord.voting.purge;

import org.jspecify.annotations.NullMarked;
