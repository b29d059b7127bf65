@NullMarked
package se.lyhord.planted.withlombok.order;

import org.jspecify.annotations.NullMarked;
