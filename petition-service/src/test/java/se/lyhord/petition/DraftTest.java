package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** A draft is there for whoever has its link, until it is sent or too old. */
class DraftTest extends PetitionServiceTest {

    @Autowired private JdbcClient jdbc;
    @Autowired private ScheduledTaskHolder sweeps;

    @Test
    void isContinuedByItsLinkAndKeptOnlyByItsHash() {
        String form = UUID.randomUUID().toString();
        Api.Answer saved = save(form, "Bad", "", "Maj");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.header("Cache-Control")).contains("no-store");
        String key = saved.text("draftKey");
        assertThat(key).matches("[A-Za-z0-9_-]{22}");
        assertThat(Instant.parse(saved.text("eraseAt")))
                .isCloseTo(
                        Instant.now().plus(Duration.ofDays(30)),
                        org.assertj.core.api.Assertions.within(2, ChronoUnit.HOURS));
        assertThat(save(form, "Badplats", "", "Maj").text("draftKey"))
                .as("sent twice")
                .isEqualTo(key);

        assertThat(save(UUID.randomUUID().toString(), key, "Badplats", "Vid ån\n\nNu", "Maj"))
                .extracting(answer -> answer.text("draftKey"))
                .isEqualTo(key);
        Api.Answer opened = open(key);
        assertThat(opened.text("title")).isEqualTo("Badplats");
        assertThat(opened.text("text")).isEqualTo("Vid ån\n\nNu");
        assertThat(opened.text("petitionerName")).isEqualTo("Maj");
        assertThat(
                        jdbc.sql("select row_to_json(draft)::text from draft")
                                .query(String.class)
                                .list())
                .anyMatch(row -> row.contains("Badplats"))
                .noneMatch(row -> row.contains(key));
        assertThat(open("AAAAAAAAAAAAAAAAAAAAAA").status()).isEqualTo(404);
    }

    @Test
    void isErasedWhenItIsSent() {
        String key = save(UUID.randomUUID().toString(), "Bad", "", "").text("draftKey");

        Api.Answer sent =
                api.post(
                        "/api/v1/petitions",
                        Map.of(
                                "title",
                                "Badplats vid ån",
                                "text",
                                TEXT,
                                "language",
                                "sv",
                                "draftKey",
                                key));

        assertThat(sent.status()).isEqualTo(201);
        assertThat(open(key).status()).isEqualTo(404);
        assertThat(save(UUID.randomUUID().toString(), key, "Igen", "", "").text("draftKey"))
                .as("what is gone is saved under a new link")
                .isNotEqualTo(key);
    }

    @Test
    void isErasedByHandAndByAge() {
        String byHand = save(UUID.randomUUID().toString(), "Bad", "", "").text("draftKey");
        assertThat(api.delete("/api/v1/drafts/" + byHand).status()).isEqualTo(204);
        assertThat(open(byHand).status()).isEqualTo(404);

        String old = save(UUID.randomUUID().toString(), "Gammal", "", "").text("draftKey");
        jdbc.sql("update draft set erase_at = now() - interval '1 second' where title = 'Gammal'")
                .update();
        assertThat(open(old).status()).isEqualTo(404);
        sweeps.getScheduledTasks().stream()
                .map(ScheduledTask::getTask)
                .filter(task -> task.toString().contains("Drafts.eraseOld"))
                .forEach(task -> task.getRunnable().run());
        assertThat(jdbc.sql("select count(*) from draft where title = 'Gammal'").query(Long.class))
                .extracting(count -> count.single())
                .isEqualTo(0L);
    }

    @Test
    void mayBeUnfinishedButNotBoundless() {
        assertThat(save(UUID.randomUUID().toString(), "", "", "").status()).isEqualTo(200);
        Api.Answer long_ = save(UUID.randomUUID().toString(), "x".repeat(121), "", "");
        assertThat(long_.status()).isEqualTo(422);
        assertThat(long_.body().toString()).contains("title", "too-long");
    }

    @Test
    void whatWouldBePublicIsShownAsItWouldBeAndNothingIsKept() {
        Api.Answer shown =
                api.post(
                        "/api/v1/previews",
                        Map.of(
                                "title", " \u200bBadplats vid ån ",
                                "text", "Rad ett är lång nog.\r\n\r\nRad två",
                                "email", "maj@exempel.se",
                                "language", "sv"));

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text("title")).isEqualTo("Badplats vid ån");
        assertThat(shown.text("text")).isEqualTo("Rad ett är lång nog.\n\nRad två");
        assertThat(shown.body().toString()).doesNotContain("maj@exempel.se");
        assertThat(api.post("/api/v1/previews", Map.of("title", "Ba", "language", "sv")).status())
                .isEqualTo(422);
    }

    private Api.Answer open(String key) {
        return api.get("/api/v1/drafts/" + key);
    }

    private Api.Answer save(String form, String title, String text, String name) {
        return api.post(
                "/api/v1/drafts",
                Map.of("title", title, "text", text, "petitionerName", name),
                "Idempotency-Key",
                form);
    }

    private Api.Answer save(String form, String key, String title, String text, String name) {
        return api.post(
                "/api/v1/drafts",
                Map.of("title", title, "text", text, "petitionerName", name, "draftKey", key),
                "Idempotency-Key",
                form);
    }
}
