/** Keys, clients, HTTP and the calendar. */
@NullMarked
package se.lyhord.tally.config;

import org.jspecify.annotations.NullMarked;
