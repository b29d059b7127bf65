/** The review of one petition: decisions as pure functions, and what other stages may ask about. */
@NullMarked
package se.lyhord.moderation.review;

import org.jspecify.annotations.NullMarked;
