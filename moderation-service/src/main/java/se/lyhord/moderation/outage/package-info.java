/** When people could not vote: one administrator declares it, another confirms or declines. */
@NullMarked
package se.lyhord.moderation.outage;

import org.jspecify.annotations.NullMarked;
