@NullMarked
package se.lyhord.planted.optionalfield.close;

import org.jspecify.annotations.NullMarked;
