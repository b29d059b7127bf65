/** Citizens who vote, withdraw, try again and remember what they were told. */
@NullMarked
package se.lyhord.faults.load;

import org.jspecify.annotations.NullMarked;
