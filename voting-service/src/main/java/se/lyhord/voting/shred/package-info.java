/** Stage 7: the order to shred is carried out; what a restored database has forgotten, too. */
@NullMarked
package se.lyhord.voting.shred;

import org.jspecify.annotations.NullMarked;
