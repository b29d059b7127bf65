@NullMarked
package se.lyhord.planted.publishedtostage.submit;

import org.jspecify.annotations.NullMarked;
