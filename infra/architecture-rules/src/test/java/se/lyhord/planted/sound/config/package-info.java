@NullMarked
package se.lyhord.planted.sound.config;

import org.jspecify.annotations.NullMarked;
