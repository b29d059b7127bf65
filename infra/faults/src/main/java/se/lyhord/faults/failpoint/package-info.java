/** Every arrow of the close protocol and every step of a vault: where a process can be stopped. */
@NullMarked
package se.lyhord.faults.failpoint;

import org.jspecify.annotations.NullMarked;
