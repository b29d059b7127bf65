package se.lyhord.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How counts are shown, before anything is final. */
class CountTest extends ServiceTest {

    @Test
    void a_count_is_shown_from_twenty_on_and_only_sent_again_when_it_has_changed()
            throws Exception {
        assertThat(tally().get("fewerThan").asLong()).isEqualTo(20);
        broker.publish("petitions", "PetitionOpened", petition, 1, ",\"rules\":{\"threshold\":25}");
        broker.publish("counts", "VotesCounted", petition, 1, ",\"count\":19");
        broker.publish("counts", "VotesCounted", petition, 5, ",\"count\":24");
        await().atMost(PATIENCE).until(() -> !tally().get("count").isNull());
        assertThat(tally().get("count").asLong()).isEqualTo(24);
        assertThat(tally().get("fewerThan").isNull()).isTrue();
        assertThat(tally().get("state").asString()).isEqualTo("COUNTING");
        assertThat(tally().get("thresholdReachedOn").isNull()).isTrue();

        String tag = get("").headers().firstValue("ETag").orElseThrow();
        assertThat(get("", "If-None-Match", tag).statusCode()).isEqualTo(304);
        broker.publish("counts", "VotesCounted", petition, 6, ",\"count\":26");
        await().atMost(PATIENCE).until(() -> get("", "If-None-Match", tag).statusCode() == 200);
        assertThat(tally().get("thresholdReachedOn").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
    }

    @Test
    void the_history_has_no_small_count_and_no_small_step() throws Exception {
        jdbc.sql("INSERT INTO count_of_day VALUES (?, '2026-03-03', 13), (?, '2026-03-05', 24)")
                .params(petition, petition)
                .update();
        broker.publish("counts", "VotesCounted", petition, 1, ",\"count\":33");
        await().atMost(PATIENCE).until(() -> !tally().get("count").isNull());
        assertThat(get("/history.csv").body()).isEqualTo("day,count\r\n2026-03-05,24\r\n");

        broker.publish("counts", "VotesCounted", petition, 2, ",\"count\":34");
        await().atMost(PATIENCE).until(() -> get("/history.csv").body().lines().count() == 3);
        JsonNode history = JSON.readTree(get("/history").body());
        assertThat(history.get("fewerThan").asLong()).isEqualTo(20);
        assertThat(history.get("points").findValuesAsString("count")).containsExactly("24", "34");
        String tag = get("/history").headers().firstValue("ETag").orElseThrow();
        assertThat(get("/history", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void no_threshold_is_reached_before_it_is_known() throws Exception {
        broker.publish("counts", "VotesCounted", petition, 1, ",\"count\":24");
        await().atMost(PATIENCE).until(() -> !tally().get("count").isNull());
        assertThat(tally().get("thresholdReachedOn").isNull()).isTrue();
        broker.publish("petitions", "PetitionOpened", petition, 1, ",\"rules\":{\"threshold\":24}");
        await().atMost(PATIENCE).until(() -> !tally().get("thresholdReachedOn").isNull());
    }

    @Test
    void several_tallies_come_in_the_order_asked_for() throws Exception {
        UUID other = UUID.randomUUID();
        JsonNode items =
                JSON.readTree(get("?petition=" + other + "," + petition).body()).get("items");
        assertThat(items.get(0).get("petitionId").asString()).isEqualTo(other.toString());
        assertThat(items.get(1).get("petitionId").asString()).isEqualTo(petition.toString());
    }
}
