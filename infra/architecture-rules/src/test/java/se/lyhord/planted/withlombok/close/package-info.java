@NullMarked
package se.lyhord.planted.withlombok.close;

import org.jspecify.annotations.NullMarked;
