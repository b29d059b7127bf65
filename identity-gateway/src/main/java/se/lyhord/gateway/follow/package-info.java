/**
 * Following a petition by e-mail: asking for it, and the pages that mails lead to. Nothing here
 * knows who votes, and no page about votes knows of it.
 */
@NullMarked
package se.lyhord.gateway.follow;

import org.jspecify.annotations.NullMarked;
