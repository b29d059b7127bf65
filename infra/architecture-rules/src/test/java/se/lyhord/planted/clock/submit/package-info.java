@NullMarked
package se.lyhord.planted.clock.submit;

import org.jspecify.annotations.NullMarked;
