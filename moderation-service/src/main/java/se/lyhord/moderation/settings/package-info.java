/**
 * The administrator settles the municipality's name, promises, reasons, committees, rules, banner.
 */
@NullMarked
package se.lyhord.moderation.settings;

import org.jspecify.annotations.NullMarked;
