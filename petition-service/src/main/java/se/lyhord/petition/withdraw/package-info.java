/** Stage 2, when the petitioner takes the petition back before it is decided on. */
@NullMarked
package se.lyhord.petition.withdraw;

import org.jspecify.annotations.NullMarked;
