@NullMarked
package se.lyhord.planted.publishedtostage.order;

import org.jspecify.annotations.NullMarked;
