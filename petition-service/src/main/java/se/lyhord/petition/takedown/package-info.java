/** A published petition is taken down, and restored. */
@NullMarked
package se.lyhord.petition.takedown;

import org.jspecify.annotations.NullMarked;
