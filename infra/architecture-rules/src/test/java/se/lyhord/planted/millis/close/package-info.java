@NullMarked
package se.lyhord.planted.millis.close;

import org.jspecify.annotations.NullMarked;
