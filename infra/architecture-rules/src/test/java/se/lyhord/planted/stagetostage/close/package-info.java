@NullMarked
package se.lyhord.planted.stagetostage.close;

import org.jspecify.annotations.NullMarked;
