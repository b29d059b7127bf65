/** What is done to the parts, and how they are brought back. */
@NullMarked
package se.lyhord.faults.fault;

import org.jspecify.annotations.NullMarked;
