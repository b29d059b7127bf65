/** What every stage needs: clock, database, HTTP clients, security of the JSON API. */
@NullMarked
package se.lyhord.moderation.config;

import org.jspecify.annotations.NullMarked;
