package se.lyhord.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.lyhord.contracts.Contracts;
import se.lyhord.exchange.Inbox;
import se.lyhord.exchange.IncomingEvent;
import se.lyhord.tally.inbox.BallotBoxFenced;
import se.lyhord.tally.inbox.BallotBoxPurged;
import se.lyhord.tally.inbox.PetitionOpened;
import se.lyhord.tally.inbox.PseudonymKeyShredded;
import se.lyhord.tally.inbox.SaltShredded;
import se.lyhord.tally.inbox.VotesCounted;
import se.lyhord.tally.published.PetitionCertified;
import se.lyhord.tally.published.TallyFinalized;
import tools.jackson.databind.json.JsonMapper;

/** What this service says and hears is what has been agreed. */
class ContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID PETITION = UUID.fromString("6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f");
    private static final String DIGEST =
            "9a045cc26131b6ee4240ac1b30fab7a43a5f1a54a2adbd39993c9dca3a4c4140";

    @Test
    void says_what_is_final() {
        var event =
                new TallyFinalized(
                        PETITION,
                        3,
                        DIGEST,
                        "shred-order-1",
                        "ogWg61liD0USCmFuwZjlPuTpxJlKwjpklMFRT3NQP3pIOjDh62vF59K6_OrwnKnMynciZUB6"
                                + "wQ-pFLbwJ-K4Cg");
        Contracts.assertIsSample("tally", "TallyFinalized", JSON.writeValueAsBytes(event));
    }

    @Test
    void says_what_is_certified() {
        var event =
                new PetitionCertified(
                        PETITION,
                        3,
                        DIGEST,
                        LocalDate.of(2026, 11, 26),
                        "03d66dd08835c1ca3f128cceacd1f31ac94163096b20f445ae84285bc0832d72");
        Contracts.assertIsSample("tally", "PetitionCertified", JSON.writeValueAsBytes(event));
    }

    @Test
    void hears_that_a_petition_has_opened() {
        assertThat(heard("petitions", PetitionOpened.class))
                .isEqualTo(new PetitionOpened(PETITION, new PetitionOpened.Rules(300)));
    }

    @Test
    void hears_counts() {
        assertThat(heard("counts", VotesCounted.class)).isEqualTo(new VotesCounted(PETITION, 130));
    }

    @Test
    void hears_of_the_fence() {
        assertThat(heard("voting", BallotBoxFenced.class))
                .isEqualTo(new BallotBoxFenced(PETITION, 3, DIGEST));
    }

    @Test
    void hears_that_keys_and_votes_are_gone() {
        assertThat(heard("voting", SaltShredded.class).petitionId()).isEqualTo(PETITION);
        assertThat(heard("voting", SaltShredded.class).vaultKind()).isEqualTo("file");
        assertThat(heard("keys", PseudonymKeyShredded.class))
                .isEqualTo(new PseudonymKeyShredded(PETITION, "file", 31));
        assertThat(heard("voting", BallotBoxPurged.class)).isEqualTo(new BallotBoxPurged(PETITION));
    }

    private static <T extends Record> T heard(String topic, Class<T> event) {
        List<T> heard = new ArrayList<>();
        String name = event.getSimpleName();
        Inbox.inMemory(Clock.systemUTC())
                .topic(topic)
                .on(event, heard::add)
                .consumer()
                .accept(IncomingEvent.of(topic, name, PETITION, 1, Contracts.sample(topic, name)));
        assertThat(heard).hasSize(1);
        return heard.getFirst();
    }
}
