@NullMarked
package se.lyhord.planted.springinside.close;

import org.jspecify.annotations.NullMarked;
