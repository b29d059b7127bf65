@NullMarked
package se.lyhord.planted.localdatenow.submit;

import org.jspecify.annotations.NullMarked;
