/** What somebody could do with what was stolen. */
@NullMarked
package se.lyhord.forensics.attack;

import org.jspecify.annotations.NullMarked;
