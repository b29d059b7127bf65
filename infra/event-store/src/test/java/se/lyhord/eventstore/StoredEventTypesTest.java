package se.lyhord.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;
import se.lyhord.eventstore.LampEvent.LampLit;

class StoredEventTypesTest {

    sealed interface WithTime {
        record Started(UUID id, Instant at) implements WithTime {}
    }

    sealed interface Clashing {
        record LampLit(String lamp) implements Clashing {}
    }

    record Stray(int value) {}

    @Test
    void eventsAreStoredAsPlainJsonUnderTheirSimpleNames() {
        StoredEventSerializer serializer =
                new StoredEventSerializer(StoredEventTypes.of(LampEvent.class, WithTime.class));
        WithTime.Started started =
                new WithTime.Started(new UUID(0, 1), Instant.parse("2026-03-01T10:00:00.5Z"));

        SerializedObject<byte[]> stored = serializer.serialize(started, byte[].class);
        assertThat(stored.getType().getName()).isEqualTo("Started");
        assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"id\":\"00000000-0000-0000-0000-000000000001\","
                                + "\"at\":\"2026-03-01T10:00:00.500Z\"}");
        assertThat(serializer.<byte[], Object>deserialize(stored)).isEqualTo(started);
    }

    @Test
    void anEventThatIsNotDeclaredIsNotStored() {
        StoredEventSerializer serializer =
                new StoredEventSerializer(StoredEventTypes.of(LampEvent.class));
        assertThatThrownBy(() -> serializer.serialize(new Stray(1), byte[].class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoEventsMayNotShareAName() {
        assertThatThrownBy(() -> StoredEventTypes.of(LampEvent.class, Clashing.class))
                .hasMessageContaining(LampLit.class.getSimpleName());
    }

    @Test
    void onlySealedEventsMayBeStored() {
        assertThatThrownBy(() -> StoredEventTypes.of(Runnable.class))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
