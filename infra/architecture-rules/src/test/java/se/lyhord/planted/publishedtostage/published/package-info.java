@NullMarked
package se.lyhord.planted.publishedtostage.published;

import org.jspecify.annotations.NullMarked;
