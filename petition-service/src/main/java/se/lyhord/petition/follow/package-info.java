/**
 * Notices by e-mail to those who follow a petition. Kept apart from everything else in a schema of
 * its own, and knows nothing of votes but how many they are.
 */
@NullMarked
package se.lyhord.petition.follow;

import org.jspecify.annotations.NullMarked;
