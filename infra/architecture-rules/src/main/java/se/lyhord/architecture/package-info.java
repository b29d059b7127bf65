/** Rules that every service keeps, checked by its tests. */
@NullMarked
package se.lyhord.architecture;

import org.jspecify.annotations.NullMarked;
