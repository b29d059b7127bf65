/** What the stages share: the box register, vote tables, locks, tokens, problems. */
@NullMarked
package se.lyhord.voting.config;

import org.jspecify.annotations.NullMarked;
