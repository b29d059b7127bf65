@NullMarked
package se.lyhord.planted.clock.order;

import org.jspecify.annotations.NullMarked;
