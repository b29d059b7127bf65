/** Axon 4 on JDBC under Spring Boot 4: the store of aggregates with a life story. */
@NullMarked
package se.lyhord.eventstore;

import org.jspecify.annotations.NullMarked;
