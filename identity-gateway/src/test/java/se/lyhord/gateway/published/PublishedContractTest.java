package se.lyhord.gateway.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway publishes is what was agreed. */
class PublishedContractTest {

    private static final UUID PETITION = UUID.fromString("6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Record> events() {
        return Stream.of(
                new PseudonymKeyCreated(PETITION, "file"),
                new PseudonymKeyLost(PETITION),
                new PseudonymKeyShredded(PETITION, "file", 31));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theEventIsTheApprovedSampleAndFitsItsSchema(Record event) throws Exception {
        String name = "/contracts/keys/" + event.getClass().getSimpleName() + ".v1";
        JsonNode written = JSON.readTree(JSON.writeValueAsString(event));

        assertThat(written).isEqualTo(JSON.readTree(read(name + ".sample.json")));
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(read(name + ".schema.json"));
        assertThat(schema.validate(written)).isEmpty();
    }

    private static String read(String name) throws Exception {
        try (InputStream file = PublishedContractTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
