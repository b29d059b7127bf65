package se.lyhord.exchange;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of published events, apart from whatever a service does to its own. Unknown fields are
 * ignored; a missing one that is not {@code @Nullable} makes the event unreadable.
 */
final class EventJson {

    private final JsonMapper mapper =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    byte[] write(Object event) {
        return mapper.writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
    }

    <T> T read(byte[] body, Class<T> type) {
        try {
            JsonNode tree = mapper.readTree(body);
            requireFields(tree, type, "");
            T event = mapper.treeToValue(tree, type);
            if (event == null) {
                throw new UnreadableEvent("no value");
            }
            return event;
        } catch (JacksonException notReadable) {
            // Its message may quote the event: only its kind is kept.
            throw new UnreadableEvent(notReadable.getClass().getSimpleName());
        }
    }

    private static void requireFields(JsonNode node, Class<?> type, String path) {
        if (!node.isObject()) {
            throw new UnreadableEvent("no object" + path);
        }
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode value = node.get(component.getName());
            String field = path + " " + component.getName();
            if (value == null || value.isNull()) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    throw new UnreadableEvent("missing" + field);
                }
            } else if (component.getType().isRecord()) {
                requireFields(value, component.getType(), field);
            }
        }
    }
}
