@NullMarked
package se.lyhord.planted.springinside.order;

import org.jspecify.annotations.NullMarked;
