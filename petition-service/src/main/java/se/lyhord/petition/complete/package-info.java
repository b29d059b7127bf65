/**
 * Stage 2, when the moderators ask for a better text: their message, and the petitioner's answer.
 */
@NullMarked
package se.lyhord.petition.complete;

import org.jspecify.annotations.NullMarked;
