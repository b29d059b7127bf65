@NullMarked
package se.lyhord.planted.puretostage.close;

import org.jspecify.annotations.NullMarked;
