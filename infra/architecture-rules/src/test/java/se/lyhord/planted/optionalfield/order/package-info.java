@NullMarked
package se.lyhord.planted.optionalfield.order;

import org.jspecify.annotations.NullMarked;
