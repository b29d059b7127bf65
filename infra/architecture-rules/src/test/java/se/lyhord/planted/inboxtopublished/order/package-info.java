@NullMarked
package se.lyhord.planted.inboxtopublished.order;

import org.jspecify.annotations.NullMarked;
