@NullMarked
package se.lyhord.planted.unmarked.order;

import org.jspecify.annotations.NullMarked;
