package se.lyhord.gateway.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text exists in both languages, and every text that a page asks for exists. */
class TextsTest {

    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z0-9._-]+)");
    private static final Pattern MADE_IN_TEMPLATE = Pattern.compile("\\$\\{'([a-z.]+\\.)' \\+");
    private static final Pattern IN_CODE =
            Pattern.compile("(?:text|getMessage)\\(\\s*\"([a-zA-Z0-9._-]+)\"\\s*[,)]");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CODE = Path.of("src/main/java/se/lyhord/gateway");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(keys("messages_en.properties")).isEqualTo(keys("messages.properties"));
    }

    @Test
    void everyTextThatAPageAsksForExists() throws IOException {
        Set<String> known = new HashSet<>(keys("messages.properties"));
        known.addAll(keys("ly/messages.properties"));

        assertThat(found(TEMPLATES, ".html", IN_TEMPLATE))
                .hasSizeGreaterThan(100)
                .allMatch(known::contains);
        assertThat(found(CODE.resolve("browse"), ".java", IN_CODE))
                .hasSizeGreaterThan(5)
                .allMatch(known::contains);
        assertThat(found(CODE.resolve("propose"), ".java", IN_CODE))
                .isNotEmpty()
                .allMatch(known::contains);
        assertThat(found(TEMPLATES, ".html", MADE_IN_TEMPLATE))
                .containsExactlyInAnyOrder(
                        "check.line.",
                        "cookies.",
                        "decision.",
                        "list.sort.",
                        "outages.cause.",
                        "privacy.kept.",
                        "reason.",
                        "standing.",
                        "status.state.",
                        "takedown.reason.");
    }

    @Test
    void everyTextMadeFromACodeExists() {
        Set<String> known = keys("messages.properties");

        for (String line : List.of("count", "list", "digest", "signature")) {
            assertThat(known)
                    .contains("check.line." + line)
                    .contains("check.line." + line + ".holds", "check.line." + line + ".fails")
                    .contains(
                            "check.line." + line + ".holds.text",
                            "check.line." + line + ".fails.text");
        }
        for (String kind : List.of("language", "form", "session")) {
            assertThat(known).contains("cookies." + kind + ".when", "cookies." + kind + ".name");
            assertThat(known).contains("cookies." + kind + ".why", "cookies." + kind + ".long");
        }
        for (String kind : List.of("vote", "login", "proposal", "email", "address")) {
            String key = "privacy.kept." + kind;
            assertThat(known).contains(key, key + ".why", key + ".long");
        }
        assertThat(known).containsAll(named("decision.", Decision.values()));
        assertThat(known).containsAll(named("outage.now.", Outages.Cause.values()));
        assertThat(known).containsAll(named("outages.cause.", Outages.Cause.values()));
        assertThat(known).containsAll(named("timeline.OUTCOME.", Decision.values()));
        assertThat(known).containsAll(named("reason.", RejectionReason.values()));
        assertThat(known).containsAll(named("takedown.reason.", TakeDownReason.values()));
        assertThat(known).containsAll(named("status.state.", PetitionState.values()));
        assertThat(known).containsAll(named("timeline.", HappeningKind.values()));
        assertThat(known).containsAll(named("standing.", Standing.values()));
        assertThat(known).containsAll(named("list.sort.", ListChoice.Sort.values()));
        assertThat(
                        named("status.state.", PetitionState.values()).stream()
                                .map(key -> key + ".text"))
                .allMatch(known::contains);
    }

    /** Unused texts are dead weight for whoever translates. */
    @Test
    void noTextIsUnused() throws IOException {
        Set<String> used = new TreeSet<>(found(TEMPLATES, ".html", IN_TEMPLATE));
        used.addAll(found(CODE, ".java", Pattern.compile("\"([a-z]+(?:[.-][a-zA-Z0-9-]+)+)\"")));
        List<String> made =
                List.of(
                        "check.line.",
                        "cookies.",
                        "decision.",
                        "list.sort.",
                        "outage.now.",
                        "outages.cause.",
                        "privacy.kept.",
                        "reason.",
                        "standing.",
                        "status.state.",
                        "takedown.reason.",
                        "timeline.",
                        "committee.",
                        "propose.error.",
                        "error.");

        assertThat(keys("messages.properties"))
                .allMatch(key -> used.contains(key) || made.stream().anyMatch(key::startsWith));
    }

    private static List<String> named(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).toList();
    }

    private static Set<String> found(Path below, String suffix, Pattern pattern)
            throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return new TreeSet<>(
                    files.filter(file -> file.toString().endsWith(suffix))
                            .flatMap(file -> pattern.matcher(read(file)).results())
                            .map((MatchResult match) -> match.group(1))
                            .toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keys(String resource) {
        Properties texts = new Properties();
        try (InputStream in = TextsTest.class.getClassLoader().getResourceAsStream(resource)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
