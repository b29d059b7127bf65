@NullMarked
package se.lyhord.planted.inboxtopublished.published;

import org.jspecify.annotations.NullMarked;
