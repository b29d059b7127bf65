@NullMarked
package se.lyhord.planted.sound.published;

import org.jspecify.annotations.NullMarked;
