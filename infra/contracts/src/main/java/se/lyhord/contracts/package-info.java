/** Schemas and approved samples of published events, for the tests of producers and consumers. */
@NullMarked
package se.lyhord.contracts;

import org.jspecify.annotations.NullMarked;
