/** The auditor reads who did what, and sees whether the log is whole. Nothing here changes it. */
@NullMarked
package se.lyhord.moderation.audit;

import org.jspecify.annotations.NullMarked;
