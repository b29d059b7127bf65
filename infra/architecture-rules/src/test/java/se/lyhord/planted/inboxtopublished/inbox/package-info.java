@NullMarked
package se.lyhord.planted.inboxtopublished.inbox;

import org.jspecify.annotations.NullMarked;
