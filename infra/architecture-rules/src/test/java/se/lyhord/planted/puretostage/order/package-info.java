@NullMarked
package se.lyhord.planted.puretostage.order;

import org.jspecify.annotations.NullMarked;
