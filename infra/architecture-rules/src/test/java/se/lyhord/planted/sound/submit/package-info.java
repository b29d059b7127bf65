@NullMarked
package se.lyhord.planted.sound.submit;

import org.jspecify.annotations.NullMarked;
