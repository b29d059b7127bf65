/** Per-petition keys that can be created, used and truly destroyed. */
@NullMarked
package se.lyhord.keyvault;

import org.jspecify.annotations.NullMarked;
