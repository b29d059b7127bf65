/** Runs inside a service's process once attached to it, and needs nothing but the JDK. */
@NullMarked
package se.lyhord.faults.agent;

import org.jspecify.annotations.NullMarked;
