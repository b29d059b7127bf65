/** The parts Lyhörd runs on, started as ordinary processes of one machine. */
@NullMarked
package se.lyhord.local;

import org.jspecify.annotations.NullMarked;
