package se.lyhord.moderation.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words the codes of a form's field in the reader's language. */
@Component
public class Choices {

    private final MessageSource messages;

    Choices(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * One thing to choose.
     *
     * @param description what the choice means, or null when the label says it
     */
    public record Choice(String value, String label, @Nullable String description) {}

    /**
     * The codes in their order; their texts are the messages {@code choice.<field>.<code>} and,
     * where there is one, {@code choice.<field>.<code>.description}.
     */
    public List<Choice> of(String field, Collection<String> codes, Locale locale) {
        return codes.stream().map(code -> choice(field, code, locale)).toList();
    }

    /** The choice of nothing, worded by the message {@code choice.<field>.none}. */
    public Choice none(String field, Locale locale) {
        return new Choice("", messages.getMessage("choice." + field + ".none", null, locale), null);
    }

    private Choice choice(String field, String code, Locale locale) {
        var key = "choice." + field + "." + code;
        return new Choice(
                code,
                messages.getMessage(key, null, locale),
                messages.getMessage(key + ".description", null, null, locale));
    }
}
