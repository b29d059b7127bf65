package se.lyhord.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** What an inbox promises, whichever store it keeps its position in. */
abstract class InboxConformance {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    record Opened(UUID petitionId, int revision, @Nullable String note) {}

    record Counted(UUID petitionId, long count) {}

    private final UUID petition = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final List<Integer> applied = new ArrayList<>();
    private Consumer<Opened> handler = event -> applied.add(event.revision());
    private @Nullable Inbox inbox;
    private Consumer<Message<byte[]>> topic = event -> {};

    abstract InboxStore store();

    @BeforeEach
    void subscribe() {
        inbox = newInbox();
        topic =
                inbox.topic("petitions")
                        .on(Opened.class, event -> handler.accept(event))
                        .consumer();
    }

    private Inbox newInbox() {
        return new Inbox(store(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void appliesEventsInOrderWhateverOrderTheyComeIn() {
        arrives(petition, 3);
        arrives(petition, 2);
        assertThat(applied).isEmpty();

        arrives(petition, 1);
        assertThat(applied).containsExactly(1, 2, 3);
        assertThat(inbox.parked()).isEmpty();
    }

    @Test
    void appliesEachEventOnce() {
        arrives(petition, 1);
        arrives(petition, 1);
        arrives(petition, 2);
        arrives(petition, 1);
        arrives(petition, 2);

        assertThat(applied).containsExactly(1, 2);
    }

    @Test
    void goesOnWhereItWasAfterRestart() {
        arrives(petition, 1);
        arrives(petition, 3);
        restart();

        arrives(petition, 1);
        arrives(petition, 2);
        assertThat(applied).containsExactly(1, 2, 3);
    }

    @Test
    void parksWhatItCannotReadAndAllBehindItButNoOtherPetition() {
        arrives(petition, 1);
        accept("petitions", "Opened", petition, 2, "{not json");
        arrives(petition, 3);
        arrives(other, 1);

        assertThat(applied).containsExactly(1, 1);
        assertThat(inbox.parked())
                .singleElement()
                .satisfies(
                        parked -> {
                            assertThat(parked.topic()).isEqualTo("petitions");
                            assertThat(parked.petition()).isEqualTo(petition.toString());
                            assertThat(parked.number()).isEqualTo(2);
                            assertThat(parked.problem()).startsWith("UNREADABLE");
                            assertThat(parked.since()).isEqualTo(NOW);
                        });
    }

    @Test
    void appliesWhatWasParkedInOrderOnceItIsSentAnewAndReleased() {
        accept("petitions", "Opened", petition, 1, "{not json");
        arrives(petition, 2);
        arrives(petition, 1);
        assertThat(applied).isEmpty();

        inbox.release("petitions", petition.toString());
        assertThat(applied).containsExactly(1, 2);
        assertThat(inbox.parked()).isEmpty();
    }

    @Test
    void parksAnewWhatStillCannotBeRead() {
        accept("petitions", "Opened", petition, 1, "{not json");
        arrives(petition, 2);
        inbox.release("petitions", petition.toString());

        assertThat(applied).isEmpty();
        assertThat(inbox.parked()).hasSize(1);
    }

    @Test
    void passesOverOnCommandOnly() {
        accept("petitions", "Opened", petition, 1, "{not json");
        arrives(petition, 2);
        inbox.passOver("petitions", petition.toString());

        assertThat(applied).containsExactly(2);
        assertThat(inbox.parked()).isEmpty();
    }

    @Test
    void parksAnEventThatLacksARequiredField() {
        accept("petitions", "Opened", petition, 1, "{\"petitionId\":\"" + petition + "\"}");

        assertThat(inbox.parked())
                .extracting(ParkedEvent::problem)
                .containsExactly("UNREADABLE: missing revision");
    }

    @Test
    void parksAnEventWithAFieldOfTheWrongKindWithoutQuotingIt() {
        accept(
                "petitions",
                "Opened",
                petition,
                1,
                "{\"petitionId\":\"" + petition + "\",\"revision\":\"191212121212\"}");

        assertThat(inbox.parked()).hasSize(1);
        assertThat(inbox.parked().toString()).doesNotContain("191212121212");
    }

    @Test
    void takesUnknownFieldsAndAMissingOptionalOne() {
        accept(
                "petitions",
                "Opened",
                petition,
                1,
                "{\"petitionId\":\"" + petition + "\",\"revision\":7,\"new\":[1]}");

        assertThat(applied).containsExactly(7);
    }

    @Test
    void passesOverTypesItDoesNotKnow() {
        accept("petitions", "SomethingElse", petition, 1, "[]");
        arrives(petition, 2);

        assertThat(applied).containsExactly(2);
    }

    @Test
    void parksAnEventWithoutNumberAheadOfAllThatFollows() {
        arrives(petition, 1);
        Message<byte[]> numberless =
                MessageBuilder.withPayload("{}".getBytes(UTF_8))
                        .setHeader(KafkaHeaders.RECEIVED_KEY, petition.toString())
                        .build();
        topic.accept(numberless);
        topic.accept(numberless);
        arrives(petition, 2);
        assertThat(applied).containsExactly(1);
        assertThat(inbox.parked()).hasSize(1);

        inbox.release("petitions", petition.toString());
        assertThat(applied).containsExactly(1);

        inbox.passOver("petitions", petition.toString());
        assertThat(applied).containsExactly(1, 2);
    }

    @Test
    void parksAnEventOfAnotherCloudEventsVersion() {
        topic.accept(
                MessageBuilder.fromMessage(event("petitions", "Opened", petition, 1, json(1)))
                        .setHeader(EventHeaders.SPEC_VERSION, "2.0")
                        .build());

        assertThat(inbox.parked()).hasSize(1);
    }

    @Test
    void parksAnEventThatFailsThreeTimesAndAppliesItAfterRelease() {
        List<Integer> tries = new ArrayList<>();
        handler =
                event -> {
                    tries.add(event.revision());
                    throw new IllegalStateException("a bug, with 191212121212 in it");
                };
        arrives(petition, 1);
        arrives(petition, 2);
        assertThat(tries).containsExactly(1, 1, 1);
        assertThat(inbox.parked())
                .extracting(ParkedEvent::problem)
                .containsExactly("FAILED: IllegalStateException");

        handler = event -> applied.add(event.revision());
        inbox.release("petitions", petition.toString());
        assertThat(applied).containsExactly(1, 2);
    }

    @Test
    void makesNoProgressWhileTroubleLastsAndParksNothing() {
        handler =
                event -> {
                    throw new TransientDataAccessResourceException("the database is away");
                };
        assertThatThrownBy(() -> arrives(petition, 1))
                .isInstanceOf(TransientDataAccessResourceException.class);
        handler =
                event -> {
                    throw new TryAgainLater("the other service", new IllegalStateException());
                };
        assertThatThrownBy(() -> arrives(petition, 1)).isInstanceOf(TryAgainLater.class);
        assertThat(inbox.parked()).isEmpty();

        handler = event -> applied.add(event.revision());
        arrives(petition, 1);
        assertThat(applied).containsExactly(1);
    }

    @Test
    void latestWinsAppliesTheNewestAndNothingOlder() {
        List<Long> counts = new ArrayList<>();
        Consumer<Message<byte[]>> counting =
                inbox.topic("counts")
                        .latestWins()
                        .on(Counted.class, event -> counts.add(event.count()))
                        .consumer();
        counting.accept(count(2, 20));
        counting.accept(count(1, 10));
        counting.accept(count(9, 90));
        counting.accept(count(9, 90));
        assertThat(counts).containsExactly(20L, 90L);

        counting.accept(event("counts", "Counted", petition, 10, "{"));
        assertThat(inbox.parked()).hasSize(1);
        counting.accept(count(11, 110));
        assertThat(counts).containsExactly(20L, 90L, 110L);
        assertThat(inbox.parked()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void ignoresTombstones() {
        Consumer<Message<?>> raw = (Consumer<Message<?>>) (Consumer<?>) topic;
        raw.accept(
                MessageBuilder.withPayload(KafkaNull.INSTANCE)
                        .setHeader(KafkaHeaders.RECEIVED_KEY, petition.toString())
                        .build());

        assertThat(inbox.parked()).isEmpty();
    }

    @Test
    void refusesCommandsForTopicsItDoesNotHear() {
        assertThatThrownBy(() -> inbox.release("tally", petition.toString()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void restart() {
        subscribe();
    }

    private void arrives(UUID whose, int number) {
        accept("petitions", "Opened", whose, number, json(number));
    }

    private void accept(String topicName, String name, UUID whose, long number, String json) {
        topic.accept(event(topicName, name, whose, number, json));
    }

    private String json(int revision) {
        return "{\"petitionId\":\"" + petition + "\",\"revision\":" + revision + "}";
    }

    private Message<byte[]> count(long number, long count) {
        return event(
                "counts",
                "Counted",
                petition,
                number,
                "{\"petitionId\":\"" + petition + "\",\"count\":" + count + "}");
    }

    private static Message<byte[]> event(
            String topicName, String name, UUID whose, long number, String json) {
        return IncomingEvent.of(topicName, name, whose, number, json.getBytes(UTF_8));
    }
}
