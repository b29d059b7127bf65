package se.lyhord.gateway.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The pages around the vote, rendered with the model that the ballot's controllers give them. */
class BallotTemplatesTest extends Pages {

    private static final String TRACKER = "00112233445566778899aabbccddeeff";

    @Autowired private SpringTemplateEngine engine;
    @Autowired private ApplicationContext context;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ballot/confirm | Ja, rösta för förslaget | Yes, vote for the petition",
                "ballot/receipt | Spara koden nu. | Save the code now.",
                "ballot/already-counted | Din röst är redan räknad | Your vote is already counted",
                "ballot/withdraw | Vill du ta tillbaka din röst? | Do you want to take your vote back?",
                "ballot/withdrawn | Du har tagit tillbaka din röst | You have taken your vote back",
                "ballot/closed | Den stängde 14 april 2026 kl. 23.59. | It closed on 14 April 2026"
                        + " at 23:59.",
                "ballot/unknown | Vi vet inte om din röst räknades | We do not know if your vote"
                        + " was counted",
                "ballot/not-ready | Det går inte att rösta än | It is not possible to vote yet",
                "ballot/taken-down | Har du redan röstat är din röst kvar. | your vote is still"
                        + " there.",
                "ballot/too-young | Du behöver ha fyllt 13 år | You need to be at least 13 years"
                        + " old",
                "ballot/busy | Vi hinner inte med just nu | We cannot keep up right now",
                "ballot/crowded | Vi hinner inte med just nu | We cannot keep up right now",
                "login/refused | Din e-legitimation har för låg tillitsnivå. | too low a level of"
                        + " assurance",
                "login/unavailable | Inloggningen går inte att nå | The login cannot be reached",
            })
    void rendersInBothLanguages(String template, String swedish, String english)
            throws IOException {
        String page = render(template, Locale.of("sv"));

        assertThat(page).contains(swedish).doesNotContain("??", "th:", "<b>T", "/folj");
        assertThat(page)
                .doesNotContainPattern(
                        "(?i)<style|\\sstyle=|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)");
        assertThat(render(template, Locale.ENGLISH)).contains(english).doesNotContain("??");
        Path written = Path.of("target/pages", template.replace('/', '-') + ".html");
        Files.createDirectories(written.getParent());
        Files.writeString(written, page);
    }

    @ParameterizedTest
    @CsvSource({
        "ballot/confirm,tracker",
        "ballot/unknown,tracker",
        "ballot/busy,tracker",
        "ballot/withdraw,withdrawal"
    })
    void formsCarryWhatTheyMustAndAreProtected(String template, String field) {
        assertThat(render(template, Locale.of("sv")))
                .contains("method=\"post\"", "name=\"" + field + "\"")
                .contains(
                        "action=\"/forslag/"
                                + Samples.ID
                                + "/"
                                + (field.equals("tracker") ? "rosta" : "ta-tillbaka"));
    }

    private String render(String template, Locale locale) {
        var servletContext = new MockServletContext();
        var exchange =
                JakartaServletWebApplication.buildApplication(servletContext)
                        .buildExchange(
                                new MockHttpServletRequest(servletContext),
                                new MockHttpServletResponse());
        Map<String, Object> model = new HashMap<>();
        model.put(
                "petition",
                Readers.TOLERANT.readValue(
                        Samples.open(
                                Instant.parse("2026-06-01T21:59:00Z"),
                                "<b>T",
                                "Sätt upp belysning."),
                        PetitionView.class));
        model.put("tracker", TRACKER);
        model.put("withdrawal", "sealed");
        model.put("closedAt", Instant.parse("2026-04-14T21:59:00Z"));
        model.put("reason", "level");
        model.put("returnTo", "/forslag/" + Samples.ID);
        model.put("municipality", "Ekeby");
        model.put("path", "/");
        model.put(
                ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME,
                new ThymeleafEvaluationContext(context, null));
        LocaleContextHolder.setLocale(locale);
        try {
            return engine.process(template, new WebContext(exchange, locale, model));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
