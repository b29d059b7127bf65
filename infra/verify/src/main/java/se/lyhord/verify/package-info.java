/** A certified count, checked by anyone from the published files alone. */
@NullMarked
package se.lyhord.verify;

import org.jspecify.annotations.NullMarked;
