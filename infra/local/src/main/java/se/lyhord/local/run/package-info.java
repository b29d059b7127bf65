/** The whole of Lyhörd on one machine: what {@code ./run} and the journey test start. */
@NullMarked
package se.lyhord.local.run;

import org.jspecify.annotations.NullMarked;
