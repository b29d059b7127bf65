package se.lyhord.petition.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import se.lyhord.petition.follow.Outbox.Notice;
import se.lyhord.petition.follow.Outbox.Secrets;
import se.lyhord.petition.petition.Language;
import se.lyhord.petition.petition.StatusKey;
import tools.jackson.databind.json.JsonMapper;

/** Every mail in every language, with the links that its reader gets and no others. */
class LettersTest {

    private static final String SETTLED =
            """
            {"name":"Sjöby","committees":[{"code":"TN",
              "name":{"swedish":"Tekniska nämnden","english":"The technical committee"}}]}
            """;
    private static final String DETAILS =
            """
            {"count":"312","committee":"TN","registryNumber":"TN 2026/8","decision":"ACCEPTED",
             "closesAt":"2027-03-01T22:59:00Z"}
            """;
    private static final Secrets SECRETS =
            new Secrets(LinkToken.drawn(), StatusKey.ofRandom(LinkToken.random()));

    private final Letters letters =
            new Letters(messages(), new JsonMapper(), "https://forslag.sjoby.example/", "Ekeby");

    @ParameterizedTest
    @EnumSource
    void saysTheSameAsTextAndAsHtmlInEveryLanguage(Happening happening) {
        for (Language language : Language.values()) {
            for (boolean petitioner : new boolean[] {true, false}) {
                Letter letter =
                        letters.letter(notice(happening, language, petitioner, "A <b>"), SECRETS);
                assertThat(letter.subject()).isNotBlank().doesNotContain("A <b>");
                assertThat(letter.text())
                        .doesNotContainPattern("[{}]|null|mail\\.")
                        .contains("/folj/" + SECRETS.token().reveal() + "/sluta");
                assertThat(letter.html())
                        .contains("<html lang=\"" + language.code() + "\">")
                        .contains("/folj/" + SECRETS.token().reveal() + "/sluta")
                        .doesNotContain("<b>", "??");
                boolean mayBring = petitioner && happening != Happening.CONFIRM;
                assertThat(letter.text().contains(SECRETS.statusKey().reveal()))
                        .isEqualTo(mayBring);
            }
        }
    }

    @Test
    void tellsTheCountAndWhetherItWasEnough() {
        assertThat(follower(Happening.CERTIFIED, "A"))
                .contains("Förslaget fick 312 röster.", "Det räcker");
        Notice few =
                new Notice(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "anna@example.se",
                        Language.EN,
                        false,
                        Happening.CERTIFIED,
                        "A",
                        300,
                        null,
                        "{\"count\":\"1\"}",
                        null,
                        false);
        assertThat(letters.letter(few, SECRETS).text())
                .contains("It got 1 vote.", "The threshold is 300 votes. It was not reached.");
    }

    @Test
    void namesCommitteeNumberAndDayAsTheMunicipalityDoes() {
        assertThat(follower(Happening.HANDED_OVER, "A"))
                .contains("Tekniska nämnden i Sjöby kommun", "TN 2026/8");
        assertThat(follower(Happening.EXTENDED, "A")).contains("till och med 1 mars 2027");
    }

    private String follower(Happening happening, String title) {
        return letters.letter(notice(happening, Language.SV, false, title), SECRETS).text();
    }

    private static Notice notice(
            Happening happening, Language language, boolean petitioner, String title) {
        return new Notice(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "anna@example.se",
                language,
                petitioner,
                happening,
                title,
                300,
                "2027-01-01T22:59:00Z",
                DETAILS,
                SETTLED,
                false);
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
