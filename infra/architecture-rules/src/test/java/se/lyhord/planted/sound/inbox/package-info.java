@NullMarked
package se.lyhord.planted.sound.inbox;

import org.jspecify.annotations.NullMarked;
