/** Stage 5: the box is fenced and its cut fixed; the tracker list is handed out. */
@NullMarked
package se.lyhord.voting.fence;

import org.jspecify.annotations.NullMarked;
