@NullMarked
package se.lyhord.planted.instantnow.close;

import org.jspecify.annotations.NullMarked;
