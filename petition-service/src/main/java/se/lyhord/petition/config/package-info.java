/** What the stages share: clock, database, security, refusals. */
@NullMarked
package se.lyhord.petition.config;

import org.jspecify.annotations.NullMarked;
