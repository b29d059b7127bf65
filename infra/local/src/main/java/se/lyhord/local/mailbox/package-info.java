/**
 * A mail server for one person trying things out: it takes every mail, keeps it in memory, and
 * shows it on a page. Runs in a process of its own.
 */
@NullMarked
package se.lyhord.local.mailbox;

import org.jspecify.annotations.NullMarked;
