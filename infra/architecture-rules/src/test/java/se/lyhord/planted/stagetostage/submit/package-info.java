@NullMarked
package se.lyhord.planted.stagetostage.submit;

import org.jspecify.annotations.NullMarked;
