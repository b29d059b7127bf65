package se.lyhord.moderation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.lyhord.testkit.TestIssuer;
import tools.jackson.databind.json.JsonMapper;

/** The log as its auditor reads it, and what happens when the database's owner writes in it. */
class DecisionLogTest extends OnThePlatform {

    private static final Locale SWEDISH = Locale.of("sv");

    @Autowired JdbcClient service;
    @Autowired Environment settings;

    @Test
    void anAuditorReadsWhoDecidedWhatAndMayNotDecide() throws Exception {
        var petition = petitionInQueue();
        pages.perform(approve(petition).with(as("moderator")).with(csrf()));

        pages.perform(
                        get("/beslutslogg?forslag=" + petition)
                                .locale(SWEDISH)
                                .with(as("rolf", "auditor")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Godkände förslaget")))
                .andExpect(content().string(containsString("Test Testsson")))
                .andExpect(content().string(containsString("Bara för kollegor")));
        pages.perform(get("/beslutslogg?forslag=" + petition).with(as("case-officer")))
                .andExpect(content().string(not(containsString("Bara för kollegor"))));
        pages.perform(get("/beslutslogg?handling=REJECT&forslag=" + petition).with(as("auditor")))
                .andExpect(content().string(not(containsString("Test Testsson</td>"))));
        pages.perform(post("/beslutslogg").with(as("auditor")).with(csrf()))
                .andExpect(status().isForbidden());
        pages.perform(approve(petitionInQueue()).with(as("auditor")).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void manyDecisionsAtOnceMakeOneWholeChain() throws Exception {
        var petitions = IntStream.range(0, 6).mapToObj(number -> petitionInQueue()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var decisions =
                    petitions.stream()
                            .<Callable<Integer>>map(
                                    petition ->
                                            () ->
                                                    decide(
                                                                    petition,
                                                                    "anna",
                                                                    "1",
                                                                    "{\"decision\":\"APPROVE\"}")
                                                            .statusCode())
                            .toList();
            assertThat(threads.invokeAll(decisions))
                    .allMatch(decision -> decision.resultNow() == 204);
        }
        assertThat(check("")).isEqualTo(List.of());
    }

    @Test
    void theServiceItselfMayNotChangeTheLog() {
        for (var attempt :
                new String[] {"delete from decision_log", "update decision_log set note = 'x'"}) {
            assertThatThrownBy(() -> service.sql(attempt).update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update decision_log set by_name = 'Någon Annan' where number = :n | CHANGED",
                "update decision_log set note = null where number = :n | CHANGED",
                "update decision_log set at = at + interval '1 second' where number = :n | CHANGED",
                "delete from decision_log where number = :n | REMOVED",
                "delete from decision_log where number >= :n | CUT_OFF"
            })
    void whatTheDatabasesOwnerChangesOrRemovesIsFound(String attack) throws Exception {
        for (var i = 0; i < 3; i++) {
            pages.perform(approve(petitionInQueue()).with(as("moderator")).with(csrf()));
        }
        var code = code();
        var number = Long.parseLong(code.split(":")[0]) - 1;
        assertThat(check(code)).isEmpty();
        var owner = owner();
        owner.sql("create table kept as select * from decision_log").update();
        try {
            var parts = attack.split(" \\| ");
            owner.sql(parts[0]).param("n", number).update();

            assertThat(check(code)).first().isEqualTo(number + " " + parts[1]);
            pages.perform(get("/beslutslogg/kontroll").locale(SWEDISH).with(as("auditor")))
                    .andExpect(content().string(containsString("Loggen är inte som den skrevs")))
                    .andExpect(content().string(containsString("Rad " + number)));
        } finally {
            owner.sql("delete from decision_log").update();
            owner.sql("insert into decision_log select * from kept").update();
            owner.sql("drop table kept").update();
        }
        assertThat(check(code)).isEmpty();
    }

    @Test
    void onlyAnAuditorsScriptMayCheckAndAnUnreadableCodeIsSaidToBeOne() throws Exception {
        assertThat(ask("/api/v1/decision-log/check", token()).statusCode()).isEqualTo(403);
        assertThat(ask("/api/v1/decision-log/check?code=1:2", auditor()).statusCode())
                .isEqualTo(400);
        pages.perform(get("/beslutslogg/kontroll?kod=hej").locale(SWEDISH).with(as("auditor")))
                .andExpect(content().string(containsString("Koden går inte att läsa")));
    }

    private String code() {
        var answer = ask("/api/v1/decision-log/check", auditor());
        return new JsonMapper().readTree(answer.body()).get("code").asString();
    }

    private List<String> check(String code) {
        var answer =
                ask(
                        "/api/v1/decision-log/check" + (code.isEmpty() ? "" : "?code=" + code),
                        auditor());
        var read = new JsonMapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(read.get("whole").asBoolean() ? 200 : 409);
        return read.get("findings")
                .valueStream()
                .map(found -> found.get("number").asString() + " " + found.get("kind").asString())
                .toList();
    }

    private static String auditor() {
        return TestIssuer.token("rolf", "moderation-service", "auditor");
    }

    private JdbcClient owner() {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        settings.getRequiredProperty("spring.flyway.url"),
                        settings.getRequiredProperty("spring.flyway.user"),
                        settings.getRequiredProperty("spring.flyway.password")));
    }
}
