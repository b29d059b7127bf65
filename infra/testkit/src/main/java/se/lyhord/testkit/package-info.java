/** What the tests of several services need: a real platform, staff tokens and test persons. */
@NullMarked
package se.lyhord.testkit;

import org.jspecify.annotations.NullMarked;
