package se.lyhord.voting.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.lyhord.contracts.Contracts;
import se.lyhord.exchange.Inbox;
import se.lyhord.exchange.IncomingEvent;

class InboxContractTest {

    static List<Arguments> whatWeListenTo() {
        return List.of(
                Arguments.of("petitions", PetitionOpened.class),
                Arguments.of("petitions", VotingPeriodExtended.class),
                Arguments.of("petitions", VotingEndedAfterKeyLoss.class),
                Arguments.of("petitions", VotingEndedAfterTakeDown.class),
                Arguments.of("petitions", PetitionClosed.class),
                Arguments.of("moderation", PetitionTakenDown.class),
                Arguments.of("moderation", PetitionRestored.class),
                Arguments.of("tally", TallyFinalized.class),
                Arguments.of("tally", PetitionCertified.class),
                Arguments.of("voting", BallotBoxFenced.class),
                Arguments.of("voting", SaltShredded.class));
    }

    @ParameterizedTest
    @MethodSource("whatWeListenTo")
    <T extends Record> void everySampleIsRead(String topic, Class<T> event) {
        var read = new ArrayList<T>();
        var inbox = Inbox.inMemory(Clock.systemUTC());
        var name = event.getSimpleName();
        inbox.topic(topic)
                .on(event, read::add)
                .consumer()
                .accept(
                        IncomingEvent.of(
                                topic,
                                name,
                                UUID.fromString("6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f"),
                                1,
                                Contracts.sample(topic, name)));
        assertThat(read).hasSize(1);
        assertThat(inbox.parked()).isEmpty();
        if (read.getFirst() instanceof TallyFinalized tally) {
            assertThat(tally.order().signature()).hasSize(64);
        }
    }
}
