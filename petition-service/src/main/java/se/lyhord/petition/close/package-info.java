/** Stage 5: a petition closes when its voting period has passed. */
@NullMarked
package se.lyhord.petition.close;

import org.jspecify.annotations.NullMarked;
