@NullMarked
package se.lyhord.planted.millis.order;

import org.jspecify.annotations.NullMarked;
