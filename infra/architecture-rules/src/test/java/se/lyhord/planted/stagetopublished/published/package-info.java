@NullMarked
package se.lyhord.planted.stagetopublished.published;

import org.jspecify.annotations.NullMarked;
