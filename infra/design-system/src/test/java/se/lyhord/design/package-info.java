/** Renders the shared look as its users do. */
@NullMarked
package se.lyhord.design;

import org.jspecify.annotations.NullMarked;
