@NullMarked
package se.lyhord.planted.stagetostage.order;

import org.jspecify.annotations.NullMarked;
