package se.lyhord.tally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From the fence to the signed final tally. */
class FinaliseTest extends ServiceTest {

    @Test
    void a_list_that_is_not_what_the_fence_stated_never_becomes_final() throws Exception {
        String list = list(3);
        votingService.handsOut(petition, list(3));
        fence(list);
        await().atMost(PATIENCE).until(() -> attempts() >= 1);
        Thread.sleep(1000);
        assertThat(state()).isEqualTo("COUNTING");
        assertThat(broker.tally(petition)).isEmpty();
        votingService.handsOut(petition, list);
        await().atMost(PATIENCE).until(() -> state().equals("FINAL"));
    }

    @Test
    void a_list_that_cannot_be_had_yet_is_asked_for_until_it_comes() throws Exception {
        String list = list(0);
        fence(list);
        await().atMost(PATIENCE).until(() -> attempts() >= 1);
        assertThat(state()).isEqualTo("COUNTING");
        votingService.forgetTokens();
        votingService.handsOut(petition, list);
        await().atMost(PATIENCE).until(() -> state().equals("FINAL"));
        assertThat(tally().get("count").asLong()).isZero();
    }

    @Test
    void a_list_may_take_longer_in_all_than_the_voting_service_may_be_silent() throws Exception {
        String list = list(12);
        votingService.handsOutSlowly(petition, list, SILENCE.dividedBy(6));
        fence(list);
        await().atMost(PATIENCE).until(() -> state().equals("FINAL"));
    }

    @Test
    void a_crash_between_storing_and_signing_or_signing_and_telling_is_taken_up() throws Exception {
        // As a crash leaves it: the list is stored, and the voting service is away.
        String list = list(5);
        jdbc.sql("INSERT INTO tracker_list_part (petition, part, trackers) VALUES (?, 0, ?)")
                .params(petition, list.getBytes(StandardCharsets.US_ASCII))
                .update();
        fence(list);
        await().atMost(PATIENCE).until(() -> broker.tally(petition).size() == 1);
        await().atMost(PATIENCE).until(this::tellingIsNoted);
        // As a crash leaves it after the broker has confirmed and before that was noted.
        jdbc.sql("UPDATE final_tally SET published = false WHERE petition = ?")
                .param(petition)
                .update();
        await().atMost(PATIENCE).until(() -> broker.tally(petition).size() == 2);
        var events = broker.tally(petition);
        assertThat(Broker.header(events.get(1), "ce_id"))
                .isEqualTo(Broker.header(events.get(0), "ce_id"));
        assertThat(events.get(1).value()).isEqualTo(events.get(0).value());
    }

    @Test
    void what_a_broker_from_an_old_copy_lacks_is_told_again_at_the_next_start() throws Exception {
        jdbc.sql(
                        """
                        INSERT INTO final_tally (petition, count, digest, kid, signature, published)
                        VALUES (?, 5, 'd', 'k', '', true)
                        """)
                .param(petition)
                .update();
        try (var second = secondInstance(Map.of())) {
            assertThat(second.isRunning()).isTrue();
            await().atMost(PATIENCE).until(() -> broker.tally(petition).size() == 1);
        }
    }

    @Test
    void two_instances_share_the_work_and_say_the_same() throws Exception {
        var petitions = Stream.generate(UUID::randomUUID).limit(8).toList();
        int before = votingService.downloads.get();
        try (var second = secondInstance(Map.of())) {
            assertThat(second.isRunning()).isTrue();
            for (UUID each : petitions) {
                String list = list(100);
                votingService.handsOut(each, list);
                fence(each, list);
            }
            for (UUID each : petitions) {
                await().atMost(PATIENCE).until(() -> !broker.tally(each).isEmpty());
            }
        }
        // On a machine so busy that a piece takes longer than its turn, one may be done twice.
        assertThat(votingService.downloads.get() - before).isBetween(8, 10);
        assertThat(petitions)
                .allSatisfy(
                        each ->
                                assertThat(broker.tally(each))
                                        .extracting(event -> new String(event.value(), UTF_8))
                                        .containsOnly(
                                                new String(
                                                        broker.tally(each).getFirst().value(),
                                                        UTF_8)));
    }

    private boolean tellingIsNoted() {
        return jdbc.sql("SELECT published FROM final_tally WHERE petition = ?")
                .param(petition)
                .query(Boolean.class)
                .single();
    }
}
