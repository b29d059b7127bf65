@NullMarked
package se.lyhord.planted.stagetopublished.order;

import org.jspecify.annotations.NullMarked;
