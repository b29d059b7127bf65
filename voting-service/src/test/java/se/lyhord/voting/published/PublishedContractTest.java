package se.lyhord.voting.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.lyhord.contracts.Contracts;
import tools.jackson.databind.json.JsonMapper;

class PublishedContractTest {

    private static final UUID P = UUID.fromString("6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f");
    private static final Map<String, List<Record>> PUBLISHED =
            Map.of(
                    "voting",
                    List.of(
                            new BallotBoxOpened(P),
                            new BallotBoxFenced(
                                    P,
                                    2,
                                    3,
                                    "9a045cc26131b6ee4240ac1b30fab7a43a5f1a54a2adbd39993c9dca3a4c4140"),
                            new SaltLost(P),
                            new SaltShredded(P, "file", 12),
                            new BallotBoxPurged(P)),
                    "counts",
                    List.of(new VotesCounted(P, 130)));

    @Test
    void whatWePublishIsWhatWasApproved() {
        var json = JsonMapper.builder().build();
        PUBLISHED.forEach(
                (topic, events) ->
                        events.forEach(
                                event ->
                                        Contracts.assertIsSample(
                                                topic,
                                                event.getClass().getSimpleName(),
                                                json.writeValueAsBytes(event))));
    }

    @Test
    void everyEventOfOurTopicsIsOurs() {
        PUBLISHED.forEach(
                (topic, events) ->
                        assertThat(events.stream().map(event -> event.getClass().getSimpleName()))
                                .containsExactlyElementsOf(Contracts.events(topic)));
    }
}
