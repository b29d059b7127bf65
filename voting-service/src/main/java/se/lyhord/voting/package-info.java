/** The voting service: ballot boxes from open to purged. */
@NullMarked
package se.lyhord.voting;

import org.jspecify.annotations.NullMarked;
