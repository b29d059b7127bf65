/** Keeps the newest count of every open ballot box. */
@NullMarked
package se.lyhord.tally.count;

import org.jspecify.annotations.NullMarked;
