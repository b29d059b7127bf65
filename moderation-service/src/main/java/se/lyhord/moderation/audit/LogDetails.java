package se.lyhord.moderation.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.lyhord.moderation.log.LogAction;
import se.lyhord.moderation.log.LogEntry;
import se.lyhord.moderation.review.Redaction;

/** Words the codes that the log keeps of a deed; what has no words is shown as it is kept. */
@Component
class LogDetails {

    private final MessageSource messages;

    LogDetails(MessageSource messages) {
        this.messages = messages;
    }

    /** The details of an entry in the reader's language, or null if it has none. */
    @Nullable String of(LogEntry entry, Locale locale) {
        String details = entry.details();
        if (details == null) {
            return null;
        }
        LogAction action = LogAction.named(entry.action());
        List<String> fields = action == null ? List.of() : fields(action);
        return Arrays.stream(details.split(", "))
                .map(code -> worded(code, fields, locale))
                .collect(Collectors.joining(" · "));
    }

    private String worded(String code, List<String> fields, Locale locale) {
        Redaction hidden = Redaction.parse(code);
        if (hidden != null) {
            String kind = messages.getMessage("choice.kind." + hidden.kind(), null, locale);
            Object[] arguments = {kind, hidden.start() + 1, hidden.end()};
            return messages.getMessage("log.hidden." + hidden.field(), arguments, locale);
        }
        return fields.stream()
                .map(
                        field ->
                                messages.getMessage(
                                        "choice." + field + "." + code, null, null, locale))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(code);
    }

    /** The fields that a deed's codes were chosen in. */
    private static List<String> fields(LogAction action) {
        return switch (action) {
            case REJECT, REJECT_PROPOSE -> List.of("reason");
            case TAKE_DOWN_PROPOSE -> List.of("takedown", "lasts");
            case HAND_OVER -> List.of("committee");
            case OUTCOME -> List.of("outcome", "committee");
            case APPROVE,
                    REJECT_DISMISS,
                    TAKE_DOWN,
                    TAKE_DOWN_DISMISS,
                    RESTORE,
                    RETURN,
                    SETTINGS,
                    RULES,
                    OUTAGE_DECLARE,
                    OUTAGE_CONFIRM,
                    OUTAGE_DISMISS ->
                    List.of();
        };
    }
}
