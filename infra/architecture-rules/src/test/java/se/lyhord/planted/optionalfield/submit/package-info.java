@NullMarked
package se.lyhord.planted.optionalfield.submit;

import org.jspecify.annotations.NullMarked;
