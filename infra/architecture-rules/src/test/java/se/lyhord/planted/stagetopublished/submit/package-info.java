@NullMarked
package se.lyhord.planted.stagetopublished.submit;

import org.jspecify.annotations.NullMarked;
