@NullMarked
package se.lyhord.planted.sound.order;

import org.jspecify.annotations.NullMarked;
