package se.lyhord.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published events of version 1: their names, approved samples and schemas. */
public final class Contracts {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, List<String>> EVENTS =
            Map.of(
                    "petitions",
                    List.of(
                            "PetitionSubmitted",
                            "PetitionWithdrawn",
                            "PetitionOpened",
                            "VotingPeriodExtended",
                            "VotingEndedAfterKeyLoss",
                            "VotingEndedAfterTakeDown",
                            "PetitionClosed",
                            "PetitionHandedOver",
                            "OutcomeRecorded"),
                    "moderation",
                    List.of(
                            "PetitionApproved",
                            "PetitionRejected",
                            "PetitionRedacted",
                            "PetitionReturned",
                            "DuplicateNamed",
                            "AuthorityNamed",
                            "PetitionTakenDown",
                            "PetitionRestored"),
                    "voting",
                    List.of(
                            "BallotBoxOpened",
                            "BallotBoxFenced",
                            "SaltLost",
                            "SaltShredded",
                            "BallotBoxPurged"),
                    "counts",
                    List.of("VotesCounted"),
                    "keys",
                    List.of("PseudonymKeyCreated", "PseudonymKeyLost", "PseudonymKeyShredded"),
                    "tally",
                    List.of("TallyFinalized", "PetitionCertified"));

    /** The names of a topic's events. */
    public static List<String> events(String topic) {
        List<String> events = EVENTS.get(topic);
        if (events == null) {
            throw new IllegalArgumentException("no topic " + topic);
        }
        return events;
    }

    /** All topics with their events' names. */
    public static SortedMap<String, List<String>> topics() {
        return new TreeMap<>(EVENTS);
    }

    /** The approved sample of an event, as UTF-8 JSON. */
    public static byte[] sample(String topic, String event) {
        return resource(topic + "/" + event + ".v1.sample.json");
    }

    /**
     * A producer's check: valid by the schema, and equal to the sample, field by field and no more.
     *
     * @param json what the producer writes for the sample's values
     * @throws AssertionError if it is not
     */
    public static void assertIsSample(String topic, String event, byte[] json) {
        assertValid(topic, event, json);
        JsonNode expected = JSON.readTree(sample(topic, event));
        JsonNode actual = JSON.readTree(json);
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + " but was " + actual);
        }
    }

    /**
     * @throws AssertionError if the JSON is not valid by the event's schema
     */
    public static void assertValid(String topic, String event, byte[] json) {
        Schema schema =
                REGISTRY.getSchema(
                        new String(
                                resource(topic + "/" + event + ".v1.schema.json"),
                                StandardCharsets.UTF_8),
                        InputFormat.JSON);
        List<Error> errors =
                schema.validate(
                        new String(json, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)));
        if (!errors.isEmpty()) {
            throw new AssertionError(event + ": " + errors);
        }
    }

    /** Test vectors of the voter token: {@code voter-token.json}. */
    public static JsonNode voterTokens() {
        return JSON.readTree(resource("voter-token.json"));
    }

    private static byte[] resource(String path) {
        try (InputStream in = Contracts.class.getResourceAsStream("/contracts/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no contract " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Contracts() {}
}
