@NullMarked
package se.lyhord.planted.instantnow.order;

import org.jspecify.annotations.NullMarked;
