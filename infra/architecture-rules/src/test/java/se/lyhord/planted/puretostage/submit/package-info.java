@NullMarked
package se.lyhord.planted.puretostage.submit;

import org.jspecify.annotations.NullMarked;
