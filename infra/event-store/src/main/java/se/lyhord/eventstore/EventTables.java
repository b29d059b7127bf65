package se.lyhord.eventstore;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Axon's tables under our names; the columns are those of {@code db/event-store}. */
final class EventTables {

    private static final String UNIQUE_VIOLATION = "23505";

    /**
     * How much older than now, by the reader's clock, an event must be for Axon to give up numbers
     * missing before it. Events carry their writer's clock: a minute, Axon's own choice, loses
     * events between two instances whose clocks are further apart, or when a clock is put forward.
     */
    private static final Duration GAP_TIMEOUT = Duration.ofHours(1);

    static EventStorageEngine engine(
            ConnectionProvider connections,
            TransactionManager transactions,
            StoredEventTypes events,
            EventUpcaster upcasters) {
        StoredEventSerializer serializer = new StoredEventSerializer(events);
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(upcasters)
                .persistenceExceptionResolver(duplicateKeys())
                .gapTimeout(Math.toIntExact(GAP_TIMEOUT.toMillis()))
                .schema(
                        EventSchema.builder()
                                .eventTable("stored_event")
                                .snapshotTable("stored_snapshot")
                                .globalIndexColumn("global_index")
                                .timestampColumn("time_stamp")
                                .eventIdentifierColumn("event_identifier")
                                .aggregateIdentifierColumn("aggregate_identifier")
                                .sequenceNumberColumn("sequence_number")
                                .typeColumn("aggregate_type")
                                .payloadTypeColumn("payload_type")
                                .payloadRevisionColumn("payload_revision")
                                .payloadColumn("payload")
                                .metaDataColumn("meta_data")
                                .build())
                .build();
    }

    static TokenStore tokens(ConnectionProvider connections) {
        // A replay token holds another token by class name: only Axon's own may be made.
        Jackson3Serializer serializer =
                Jackson3Serializer.builder()
                        .jsonMapperBuilderCustomizer(
                                mapper ->
                                        mapper.polymorphicTypeValidator(
                                                BasicPolymorphicTypeValidator.builder()
                                                        .allowIfSubType("org.axonframework.")
                                                        .allowIfSubType("java.util.")
                                                        .build()))
                        .build();
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                // Not process and host: in containers every instance is process 1 of its host.
                .nodeId(UUID.randomUUID().toString())
                .schema(
                        TokenSchema.builder()
                                .setTokenTable("processor_token")
                                .setProcessorNameColumn("processor_name")
                                .setSegmentColumn("segment")
                                .setTokenColumn("token")
                                .setTokenTypeColumn("token_type")
                                .setTimestampColumn("time_stamp")
                                .setOwnerColumn("owner")
                                .build())
                .build();
    }

    /** Axon's own resolver knows other databases' error codes, not PostgreSQL's. */
    private static PersistenceExceptionResolver duplicateKeys() {
        return failure -> {
            for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql
                        && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                    return true;
                }
            }
            return false;
        };
    }

    private EventTables() {}
}
