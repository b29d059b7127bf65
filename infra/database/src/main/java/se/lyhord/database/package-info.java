/** What a service makes of an answer its database could not give. */
@NullMarked
package se.lyhord.database;

import org.jspecify.annotations.NullMarked;
