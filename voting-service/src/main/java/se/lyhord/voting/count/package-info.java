/** Stage 4: changed boxes are counted now and then; the cumulative count leaves the service. */
@NullMarked
package se.lyhord.voting.count;

import org.jspecify.annotations.NullMarked;
