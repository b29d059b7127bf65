@NullMarked
package se.lyhord.planted.millis.submit;

import org.jspecify.annotations.NullMarked;
