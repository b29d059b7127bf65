@NullMarked
package se.lyhord.planted.inboxtopublished.submit;

import org.jspecify.annotations.NullMarked;
