package se.lyhord.petition.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events stored by a released version are read for ever, and stored in the same form. */
class StoredEventsTest {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<Class<?>> events() {
        return Stream.of(PetitionEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("events")
    void isReadAndWrittenAsStored(Class<?> event) throws IOException {
        JsonNode stored = stored().path(event.getSimpleName());
        Object read = JSON.treeToValue(stored, event);
        assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(stored);
    }

    @Test
    void everyStoredEventIsKnown() throws IOException {
        assertThat(events().map(Class::getSimpleName))
                .containsExactlyInAnyOrderElementsOf(stored().propertyNames());
    }

    private static JsonNode stored() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        StoredEventsTest.class.getResourceAsStream("/stored-events.v1.json"))) {
            return JSON.readTree(in);
        }
    }
}
