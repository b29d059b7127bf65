@NullMarked
package se.lyhord.planted.localdatenow.order;

import org.jspecify.annotations.NullMarked;
