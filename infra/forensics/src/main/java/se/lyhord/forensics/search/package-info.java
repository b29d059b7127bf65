/** Finds secrets in files, in every form they may be written in. */
@NullMarked
package se.lyhord.forensics.search;

import org.jspecify.annotations.NullMarked;
