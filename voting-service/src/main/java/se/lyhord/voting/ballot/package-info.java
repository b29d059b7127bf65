/** The ballot box and the rules of voting: pure, without Spring and without a clock. */
@NullMarked
package se.lyhord.voting.ballot;

import org.jspecify.annotations.NullMarked;
