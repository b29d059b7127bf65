@NullMarked
package se.lyhord.planted.withlombok.submit;

import org.jspecify.annotations.NullMarked;
