@NullMarked
package se.lyhord.planted.sound.close;

import org.jspecify.annotations.NullMarked;
