/** Reading: the public view, lists and search, the timeline, the petitioner's status page. */
@NullMarked
package se.lyhord.petition.browse;

import org.jspecify.annotations.NullMarked;
