package se.lyhord.moderation.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.lyhord.moderation.municipality.Municipality;
import se.lyhord.moderation.municipality.Municipality.Committee;
import se.lyhord.moderation.municipality.Municipality.Reason;
import se.lyhord.moderation.municipality.Municipality.Words;
import se.lyhord.moderation.review.RejectionReason;

/** What holds before anybody has settled anything. */
@Component
class FirstSettings {

    private static final int REVIEW_DAYS = 5;
    private static final int REPLY_DAYS = 90;

    private final MessageSource texts;
    private final String name;

    FirstSettings(MessageSource texts, @Value("${lyhord.municipality.name}") String name) {
        this.texts = texts;
        this.name = name;
    }

    Municipality asSettled() {
        return new Municipality(
                0,
                name,
                REVIEW_DAYS,
                REPLY_DAYS,
                0,
                Stream.of(RejectionReason.values())
                        .map(Enum::name)
                        .map(code -> new Reason(code, words("choice.reason." + code), true))
                        .toList(),
                Stream.of("TN", "KS", "FN", "BUN", "KF")
                        .map(code -> new Committee(code, words("choice.committee." + code)))
                        .toList(),
                List.of(),
                null);
    }

    private Words words(String key) {
        var both =
                List.of(Locale.of("sv"), Locale.ENGLISH).stream()
                        .map(language -> texts.getMessage(key, null, language))
                        .toList();
        return new Words(both.getFirst(), both.getLast());
    }
}
