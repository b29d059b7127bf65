/** Lets people vote on a system of its own, and then searches everything it stores for them. */
@NullMarked
package se.lyhord.forensics;

import org.jspecify.annotations.NullMarked;
