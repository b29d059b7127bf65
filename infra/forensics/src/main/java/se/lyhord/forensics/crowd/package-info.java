/** People who vote, and what is planted to see that the search finds it. */
@NullMarked
package se.lyhord.forensics.crowd;

import org.jspecify.annotations.NullMarked;
