package se.lyhord.moderation.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern USED =
            Pattern.compile("#\\{([a-zA-Z.-]+)[}(]|msg\\('([a-zA-Z.-]+)'");

    private final Properties swedish = read("/messages.properties");
    private final Properties english = read("/messages_en.properties");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(english.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(swedish.stringPropertyNames());
    }

    @Test
    void nothingIsLeftUnsaid() {
        assertThat(swedish.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        for (var key : swedish.stringPropertyNames()) {
            assertThat(arguments(english, key)).as(key).isEqualTo(arguments(swedish, key));
        }
    }

    @Test
    void everyTextThatAPageAsksForIsThere() throws IOException {
        var used = new TreeSet<String>();
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            for (var template : templates.toList()) {
                var found = USED.matcher(Files.readString(template));
                while (found.find()) {
                    used.add(found.group(1) != null ? found.group(1) : found.group(2));
                }
            }
        }
        used.removeIf(key -> key.startsWith("ly.") || key.endsWith("."));
        assertThat(used).hasSizeGreaterThan(50);
        assertThat(swedish.stringPropertyNames()).containsAll(used);
    }

    private static int arguments(Properties texts, String key) {
        var text = texts.getProperty(key);
        return text.contains("{")
                ? new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex().length
                : 0;
    }

    private static Properties read(String file) {
        try (var reader =
                new InputStreamReader(
                        MessagesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
