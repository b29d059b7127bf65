/** Stage 4, made good: whoever could not vote during an outage gets the time back. */
@NullMarked
package se.lyhord.petition.extend;

import org.jspecify.annotations.NullMarked;
