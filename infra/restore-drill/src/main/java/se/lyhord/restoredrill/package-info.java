/** Old copies of databases, broker log and vaults, put back after a close: the restore drill. */
@NullMarked
package se.lyhord.restoredrill;

import org.jspecify.annotations.NullMarked;
