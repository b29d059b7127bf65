package se.lyhord.petition.follow;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.lyhord.petition.follow.Outbox.Notice;
import se.lyhord.petition.follow.Outbox.Secrets;
import se.lyhord.petition.petition.Language;
import se.lyhord.petition.petition.VotingPeriod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words mails in their readers' languages. */
@Component
class Letters {

    private final MessageSource messages;
    private final JsonMapper json;
    private final String publicUrl;
    private final String municipality;

    Letters(
            MessageSource messages,
            JsonMapper json,
            @Value("${lyhord.public-url}") String publicUrl,
            @Value("${lyhord.municipality.name}") String municipality) {
        this.messages = messages;
        this.json = json;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.municipality = municipality;
    }

    /** The mail for a notice, with links that only its reader gets. */
    Letter letter(Notice notice, Secrets secrets) {
        Words words = new Words(notice);
        URI follow = URI.create(publicUrl + "/folj/" + secrets.token().reveal());
        URI end = URI.create(follow + "/sluta");
        String who = notice.petitioner() ? "petitioner" : "follower";
        List<String> paragraphs = new ArrayList<>();
        if (notice.happening() == Happening.CONFIRM) {
            paragraphs.add(words.of("mail.confirm." + who));
            paragraphs.add(words.of("mail.confirm.how." + who));
            return new Letter(
                    words.locale(),
                    words.of("mail.confirm.subject." + who),
                    paragraphs,
                    words.of("mail.confirm.button"),
                    follow,
                    words.of("mail.confirm.why"),
                    words.of("mail.confirm.end"),
                    end);
        }
        paragraphs.add(words.of("mail." + notice.happening()));
        if (notice.happening() == Happening.CERTIFIED) {
            paragraphs.add(words.of(words.enough() ? "mail.enough" : "mail.tooFew"));
        }
        if (notice.happening().isLast()) {
            paragraphs.add(words.of("mail.last"));
        }
        URI link =
                URI.create(
                        notice.petitioner()
                                ? publicUrl + "/status/" + secrets.statusKey().reveal()
                                : publicUrl + "/forslag/" + notice.petitionId());
        return new Letter(
                words.locale(),
                words.of("mail." + notice.happening() + ".subject"),
                paragraphs,
                words.of("mail.button." + who),
                link,
                words.of("mail.why." + who),
                words.of("mail.end"),
                end);
    }

    /** The texts of one mail, each given the same facts in the same order. */
    private final class Words {

        private final Locale locale;
        private final Object[] facts;
        private final boolean enough;

        Words(Notice notice) {
            locale = Locale.of(notice.language().code());
            JsonNode details = json.readTree(notice.details() == null ? "{}" : notice.details());
            JsonNode settled = json.readTree(notice.settled() == null ? "{}" : notice.settled());
            long votes = Long.parseLong(details.path("count").asString("0"));
            Integer threshold = notice.threshold();
            enough = threshold != null && votes >= threshold;
            facts =
                    new Object[] {
                        notice.title() == null
                                ? messages.getMessage("mail.hidden", null, locale)
                                : notice.title(),
                        settled.path("name").asString(municipality),
                        day(details.path("closesAt").asString(notice.closesAt())),
                        votes,
                        threshold == null ? 0 : threshold,
                        committee(settled, details.path("committee").asString("")),
                        details.path("registryNumber").asString(""),
                        decision(details.path("decision").asString("ANSWERED"))
                    };
        }

        Locale locale() {
            return locale;
        }

        boolean enough() {
            return enough;
        }

        String of(String key) {
            return messages.getMessage(key, facts, locale);
        }

        private String decision(String code) {
            return messages.getMessage("mail.decision." + code, null, locale);
        }

        /** The committee as the municipality names it; its code until it has a name. */
        private String committee(JsonNode settled, String code) {
            String language = locale.getLanguage().equals("sv") ? "swedish" : "english";
            for (JsonNode committee : settled.path("committees")) {
                if (committee.path("code").asString("").equals(code)) {
                    return committee.path("name").path(language).asString(code);
                }
            }
            return code;
        }

        private String day(@Nullable String at) {
            return at == null
                    ? ""
                    : DateTimeFormatter.ofPattern("d MMMM yyyy", locale)
                            .format(Instant.parse(at).atZone(VotingPeriod.STOCKHOLM));
        }
    }

    /** The language that a reader's code stands for, Swedish if it is none of ours. */
    static Language languageOf(@Nullable String code) {
        return "en".equals(code) ? Language.EN : Language.SV;
    }
}
