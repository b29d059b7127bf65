/** Lyhörd's public door. */
@NullMarked
package se.lyhord.gateway;

import org.jspecify.annotations.NullMarked;
