@NullMarked
package se.lyhord.planted.springinside.submit;

import org.jspecify.annotations.NullMarked;
