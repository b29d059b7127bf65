package se.lyhord.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContractsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Arguments> events() {
        return Contracts.topics().entrySet().stream()
                .flatMap(
                        topic ->
                                topic.getValue().stream()
                                        .map(event -> Arguments.of(topic.getKey(), event)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void sampleIsValid(String topic, String event) {
        Contracts.assertIsSample(topic, event, Contracts.sample(topic, event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyFieldIsRequiredAndHasAKind(String topic, String event) {
        ObjectNode sample = (ObjectNode) JSON.readTree(Contracts.sample(topic, event));
        for (String field : sample.propertyNames().toArray(String[]::new)) {
            ObjectNode without = sample.deepCopy().remove(List.of(field));
            ObjectNode wrong = sample.deepCopy().put(field, -0.5);
            assertThatThrownBy(() -> Contracts.assertValid(topic, event, bytes(without)))
                    .as("without %s", field)
                    .isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> Contracts.assertValid(topic, event, bytes(wrong)))
                    .as("wrong %s", field)
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aNewFieldIsValidButNotTheSample() {
        ObjectNode more =
                ((ObjectNode) JSON.readTree(Contracts.sample("counts", "VotesCounted")))
                        .put("more", 1);
        Contracts.assertValid("counts", "VotesCounted", bytes(more));
        assertThatThrownBy(() -> Contracts.assertIsSample("counts", "VotesCounted", bytes(more)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aDateThatIsNoneIsInvalid() {
        String json =
                new String(Contracts.sample("tally", "PetitionCertified"), UTF_8)
                        .replace("2026-11-26", "2026-02-30");
        assertThatThrownBy(
                        () ->
                                Contracts.assertValid(
                                        "tally", "PetitionCertified", json.getBytes(UTF_8)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void everyFileIsListedAndDescribed() throws IOException, URISyntaxException {
        Path root = Path.of(ContractsTest.class.getResource("/contracts").toURI());
        List<String> listed = new ArrayList<>();
        Contracts.topics()
                .forEach(
                        (topic, events) ->
                                events.forEach(
                                        event -> {
                                            listed.add(topic + "/" + event + ".v1.schema.json");
                                            listed.add(topic + "/" + event + ".v1.sample.json");
                                        }));
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(
                            files.filter(
                                            file ->
                                                    file.toString()
                                                            .matches(".*\\.(schema|sample)\\.json"))
                                    .map(file -> root.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
        String asyncApi = Files.readString(root.resolve("asyncapi.yaml"));
        listed.stream()
                .filter(file -> file.endsWith("schema.json"))
                .forEach(file -> assertThat(asyncApi).contains("$ref: ./" + file));
    }

    @Test
    void voterTokensCarryTheMacThatJavaMakesToo() throws Exception {
        for (JsonNode vector : Contracts.voterTokens().get("accepted")) {
            String token = vector.get("token").asString();
            int dot = token.lastIndexOf('.');
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            HexFormat.of().parseHex(vector.get("keyHex").asString()),
                            "HmacSHA256"));
            assertThat(java.util.Base64.getUrlDecoder().decode(token.substring(dot + 1)))
                    .isEqualTo(mac.doFinal(token.substring(0, dot).getBytes(UTF_8)));
        }
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(UTF_8);
    }
}
