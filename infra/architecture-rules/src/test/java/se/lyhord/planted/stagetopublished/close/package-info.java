@NullMarked
package se.lyhord.planted.stagetopublished.close;

import org.jspecify.annotations.NullMarked;
