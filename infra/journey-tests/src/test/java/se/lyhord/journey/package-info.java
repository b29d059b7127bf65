/** The journey of the product's story, driven in a browser. */
@NullMarked
package se.lyhord.journey;

import org.jspecify.annotations.NullMarked;
