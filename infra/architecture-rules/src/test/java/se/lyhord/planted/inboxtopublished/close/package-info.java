@NullMarked
package se.lyhord.planted.inboxtopublished.close;

import org.jspecify.annotations.NullMarked;
