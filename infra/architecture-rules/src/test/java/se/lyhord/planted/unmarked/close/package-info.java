@NullMarked
package se.lyhord.planted.unmarked.close;

import org.jspecify.annotations.NullMarked;
