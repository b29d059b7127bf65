/** The petition service: a petition's life from submission to answer. */
@NullMarked
package se.lyhord.petition;

import org.jspecify.annotations.NullMarked;
