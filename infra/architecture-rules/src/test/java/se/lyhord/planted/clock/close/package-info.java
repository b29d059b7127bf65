@NullMarked
package se.lyhord.planted.clock.close;

import org.jspecify.annotations.NullMarked;
