/** Who may vote: the person's number, and the petition's minimum age. No Spring. */
@NullMarked
package se.lyhord.gateway.eligibility;

import org.jspecify.annotations.NullMarked;
