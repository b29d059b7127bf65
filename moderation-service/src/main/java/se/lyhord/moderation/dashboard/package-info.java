/** What all pages of the dashboard share: who may see them, login, language, errors. */
@NullMarked
package se.lyhord.moderation.dashboard;

import org.jspecify.annotations.NullMarked;
