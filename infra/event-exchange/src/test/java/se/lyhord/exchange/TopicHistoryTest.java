package se.lyhord.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.messaging.Message;

class TopicHistoryTest {

    record PseudonymKeyCreated(UUID petitionId, String vaultKind) {}

    private final UUID petition = UUID.randomUUID();

    @Test
    void givesTheEventsAskedForAndLeavesOutWhatCannotBeRead() {
        List<UUID> heard = new ArrayList<>();
        TopicHistory.of(
                        Map.of(
                                "keys",
                                List.of(
                                        event("PseudonymKeyCreated", "{\"petitionId\":\"no\"}"),
                                        event("PseudonymKeyShredded", whole()),
                                        event("PseudonymKeyCreated", whole()))))
                .read("keys")
                .each(PseudonymKeyCreated.class, event -> heard.add(event.petitionId()));
        assertThat(heard).containsExactly(petition);
    }

    private String whole() {
        return "{\"petitionId\":\"" + petition + "\",\"vaultKind\":\"file\"}";
    }

    private Message<byte[]> event(String name, String body) {
        return IncomingEvent.of("keys", name, petition, 1, body.getBytes(UTF_8));
    }
}
