@NullMarked
package se.lyhord.planted.instantnow.submit;

import org.jspecify.annotations.NullMarked;
