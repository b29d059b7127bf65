package se.lyhord.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Every fragment is rendered once; the pages stay in target/sample to be looked at in a browser.
 */
class SamplePageTest {

    private static final Pattern INLINE =
            Pattern.compile(
                    "(?i)<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|javascript:");
    private static final Path ASSETS = Path.of("target/classes/META-INF/resources/assets");

    @ParameterizedTest
    @CsvSource({"sample-citizen,sv", "sample-citizen,en", "sample-quiet,sv", "sample-staff,sv"})
    void everyFragmentRendersWithoutInlineStyleOrScript(String template, String language)
            throws IOException {
        String page = render(template, Locale.of(language));

        assertThat(page).contains("lang=\"" + language + "\"").doesNotContain("??");
        assertThat(page).doesNotContainPattern("\\sth:");
        assertThat(INLINE.matcher(page).results().map(r -> r.group()).toList()).isEmpty();
        Path written = Path.of("target/sample", template + "-" + language + ".html");
        Files.createDirectories(written.getParent());
        Files.writeString(
                written, page.replace("\"/assets/", "\"../classes/META-INF/resources/assets/"));
    }

    @Test
    void textFromUsersStaysText() {
        String page = render("sample-citizen", Locale.of("sv"));

        assertThat(page).contains("&lt;b&gt;fet&lt;/b&gt;").doesNotContain("<b>fet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lyhord.css", "fonts/figtree.woff2", "fonts/atkinson-mono.woff2"})
    void assetsAreBuilt(String name) {
        assertThat(ASSETS.resolve(name)).isRegularFile().isNotEmptyFile();
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        var control =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        var swedish = ResourceBundle.getBundle("ly.messages", Locale.ROOT, control).keySet();
        var english = ResourceBundle.getBundle("ly.messages", Locale.ENGLISH, control);

        assertThat(swedish)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(english.keySet()).contains(key));
        assertThat(swedish).containsAll(english.keySet());
    }

    private static String render(String template, Locale locale) {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("ly/messages");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(texts);
        engine.setLinkBuilder(new RootLinks());
        return engine.process(template, new Context(locale, model()));
    }

    private static Map<String, Object> model() {
        return Map.of(
                "municipality", "Ekeby",
                "path", "/forslag?q=cykel",
                "banner", "Det går inte att rösta just nu. Inloggningen svarar inte.",
                "timeline",
                        List.of(
                                new Item(
                                        "hand-palm",
                                        "accent",
                                        "Öppet för röstning",
                                        "Till 1 juni 2026",
                                        "53 röster kvar till röstningsgränsen."),
                                new Item(
                                        "fire",
                                        "ljung",
                                        "Röstuppgifterna förstördes",
                                        "15 januari 2026",
                                        "Båda nycklarna och alla koder."),
                                new Item(
                                        "check",
                                        "success",
                                        "Godkänt i granskningen",
                                        "3 mars 2026",
                                        ""),
                                new Item(
                                        "pencil-simple-line",
                                        "",
                                        "Förslaget lämnades in <b>fet</b>",
                                        "26 februari 2026",
                                        ""),
                                new Item(
                                        "lock",
                                        "planned",
                                        "Röstningen stänger",
                                        "1 juni 2026",
                                        "")),
                "steps",
                        List.of(
                                new Step(
                                        "Du lämnar ett förslag",
                                        "Ingen inloggning. Det tar ungefär fem minuter."),
                                new Step("Vi granskar", "Ett avvisat förslag får alltid ett skäl."),
                                new Step(
                                        "Ekebyborna röstar",
                                        "I 90 dagar, med e-legitimation. En person har en röst."),
                                new Step(
                                        "Kommunen svarar",
                                        "Vid 300 röster tar en nämnd upp förslaget.")),
                "errors",
                        List.of(
                                new FieldError("title", "Skriv en rubrik"),
                                new FieldError(
                                        "text",
                                        "Beskriv vad du vill ändra. Skriv minst en mening.")),
                "options",
                        List.of(
                                new Option("approve", "Godkänn", "Öppnar för röstning direkt."),
                                new Option(
                                        "reject", "Avvisa", "Välj ett skäl ur kommunens lista.")));
    }

    record Item(String icon, String tone, String title, String day, String text) {}

    record Step(String title, String text) {}

    record FieldError(String field, String message) {}

    record Option(String value, String label, String description) {}

    /** Links start at the root: there is no servlet here. */
    private static final class RootLinks extends StandardLinkBuilder {
        @Override
        protected String computeContextPath(
                IExpressionContext context, String base, Map<String, Object> parameters) {
            return "";
        }
    }
}
