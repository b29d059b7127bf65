package se.lyhord.gateway.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OutagesTest extends Pages {

    private static final String DECLARED =
            """
            {"cause":"EID","from":"2026-03-03T09:00:00Z","to":"2026-03-03T13:30:00Z",
             "confirmed":false,"days":1,"extended":0}
            """;

    @Autowired private Outages outages;

    private void told(String awayNow, String... declared) {
        PETITIONS.serve(
                "/api/v1/public-outages",
                "{\"awayNow\":[%s],\"outages\":[%s]}"
                        .formatted(awayNow, String.join(",", declared)));
        clock.advance(Duration.ofSeconds(2));
        outages.ask();
    }

    @AfterEach
    void allIsWell() {
        told("");
    }

    @Test
    void aDeclaredOutageStandsAtTheTopOfEveryPageUntilItIsDecided() {
        told("", DECLARED);
        assertThat(get("/integritet").body())
                .contains(
                        "Mellan kl. 10.00 den 3 mars 2026 och kl. 14.30 den 3 mars 2026 gick det"
                                + " inte att rösta.");
        told("", DECLARED.replace("false", "true"));
        assertThat(get("/integritet").body()).doesNotContain("gick det inte att rösta");
    }

    @Test
    void whatIsAwayNowIsSaidFirstAndForgottenWhenNobodyCanTell() {
        told("\"EID\"", DECLARED);
        assertThat(get("/integritet").body())
                .contains("Det går inte att logga in med e-legitimation just nu")
                .doesNotContain("Kommunen prövar");
        told("\"OF_A_LATER_RELEASE\"");
        assertThat(get("/integritet").body()).doesNotContain("ly-banner");
        told("\"PLATFORM\"");
        assertThat(get("/integritet", "Accept-Language", "en").body())
                .contains("Voting does not work right now");
        PETITIONS.goDown();
        clock.advance(Duration.ofSeconds(5));
        outages.ask();
        assertThat(get("/integritet").body()).doesNotContain("ly-banner");
        PETITIONS.comeBack();
        clock.advance(Duration.ofSeconds(5));
    }

    @Test
    void thePageTellsTheRuleAndWhatCameOfEachOutage() {
        told(
                "",
                DECLARED,
                DECLARED.replace("false", "true").replace("\"extended\":0", "\"extended\":7"));
        assertThat(get("/avbrott").body())
                .contains(
                        "Ett dygn läggs till för varje påbörjat dygn",
                        "Röstningstiden förlängdes med ett dygn för 7 förslag.",
                        "En andra person på kommunen ska bekräfta");
    }
}
