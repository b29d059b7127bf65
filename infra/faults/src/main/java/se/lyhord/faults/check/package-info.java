/** What must hold once a petition is certified, whatever has happened on the way. */
@NullMarked
package se.lyhord.faults.check;

import org.jspecify.annotations.NullMarked;
