@NullMarked
package se.lyhord.planted.localdatenow.close;

import org.jspecify.annotations.NullMarked;
