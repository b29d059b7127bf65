package se.lyhord.petition.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import se.lyhord.contracts.Contracts;
import se.lyhord.exchange.Inbox;
import se.lyhord.exchange.IncomingEvent;
import se.lyhord.petition.inbox.Heard.AuthorityNamed;
import se.lyhord.petition.inbox.Heard.BallotBoxOpened;
import se.lyhord.petition.inbox.Heard.DuplicateNamed;
import se.lyhord.petition.inbox.Heard.PetitionApproved;
import se.lyhord.petition.inbox.Heard.PetitionCertified;
import se.lyhord.petition.inbox.Heard.PetitionRedacted;
import se.lyhord.petition.inbox.Heard.PetitionRejected;
import se.lyhord.petition.inbox.Heard.PetitionRestored;
import se.lyhord.petition.inbox.Heard.PetitionReturned;
import se.lyhord.petition.inbox.Heard.PetitionTakenDown;
import se.lyhord.petition.inbox.Heard.PseudonymKeyCreated;
import se.lyhord.petition.inbox.Heard.PseudonymKeyLost;
import se.lyhord.petition.inbox.Heard.PseudonymKeyShredded;
import se.lyhord.petition.inbox.Heard.SaltLost;
import se.lyhord.petition.inbox.Heard.SaltShredded;
import se.lyhord.petition.inbox.Heard.TallyFinalized;
import se.lyhord.petition.inbox.Heard.VotesCounted;

/** Every approved sample addressed to this service is read, with all that the service needs. */
class HeardContractTest {

    private static final UUID ID = UUID.fromString("6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f");
    private static final Instant DECIDED_AT = Instant.parse("2026-08-25T08:15:00Z");

    @SuppressWarnings("unused") // The test's source.
    private static final List<Arguments> EVENTS =
            List.of(
                    Arguments.of("moderation", new PetitionApproved(ID, 1, DECIDED_AT)),
                    Arguments.of(
                            "moderation",
                            new PetitionRejected(ID, 1, "NOT_MUNICIPAL", false, DECIDED_AT)),
                    Arguments.of(
                            "moderation",
                            new PetitionTakenDown(
                                    ID, "UNLAWFUL", false, Instant.parse("2026-09-10T08:15:00Z"))),
                    Arguments.of(
                            "moderation",
                            new PetitionRestored(ID, Instant.parse("2026-09-11T08:15:00Z"))),
                    Arguments.of(
                            "moderation",
                            new PetitionRedacted(
                                    ID,
                                    1,
                                    List.of(new PetitionRedacted.Place("TEXT", 12, 25, "PHONE")),
                                    DECIDED_AT)),
                    Arguments.of("moderation", new PetitionReturned(ID, 1, DECIDED_AT)),
                    Arguments.of(
                            "moderation",
                            new DuplicateNamed(
                                    ID,
                                    UUID.fromString("0f0e0d0c-0b0a-4908-8706-050403020100"),
                                    DECIDED_AT)),
                    Arguments.of("moderation", new AuthorityNamed(ID, "TRAFIKVERKET", DECIDED_AT)),
                    Arguments.of("voting", new BallotBoxOpened(ID)),
                    Arguments.of("voting", new SaltLost(ID)),
                    Arguments.of("voting", new SaltShredded(ID)),
                    Arguments.of("keys", new PseudonymKeyCreated(ID)),
                    Arguments.of("keys", new PseudonymKeyLost(ID)),
                    Arguments.of("keys", new PseudonymKeyShredded(ID)),
                    Arguments.of("counts", new VotesCounted(ID, 130)),
                    Arguments.of("tally", new TallyFinalized(ID, 3)),
                    Arguments.of(
                            "tally", new PetitionCertified(ID, 3, LocalDate.of(2026, 11, 26))));

    @ParameterizedTest
    @FieldSource("EVENTS")
    void readsTheSample(String topic, Record expected) {
        String event = expected.getClass().getSimpleName();
        List<Object> heard = new ArrayList<>();
        Inbox.inMemory(Clock.systemUTC())
                .topic(topic)
                .on(expected.getClass(), heard::add)
                .consumer()
                .accept(IncomingEvent.of(topic, event, ID, 1, Contracts.sample(topic, event)));
        assertThat(heard).containsExactly(expected);
    }
}
