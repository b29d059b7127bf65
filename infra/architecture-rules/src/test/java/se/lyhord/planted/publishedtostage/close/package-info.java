@NullMarked
package se.lyhord.planted.publishedtostage.close;

import org.jspecify.annotations.NullMarked;
