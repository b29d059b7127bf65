package se.lyhord.moderation.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.lyhord.moderation.config.Choices;
import se.lyhord.moderation.config.Choices.Choice;
import se.lyhord.moderation.config.DecisionLog;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.config.StaffRoles;
import se.lyhord.moderation.config.Times;
import se.lyhord.moderation.log.LogAction;
import se.lyhord.moderation.municipality.Municipality;
import se.lyhord.moderation.municipality.Settled;
import se.lyhord.moderation.review.CaseFile;
import se.lyhord.moderation.review.PetitionText;
import se.lyhord.moderation.review.RedactionKind;
import se.lyhord.moderation.review.Review;
import se.lyhord.moderation.review.ReviewState;
import se.lyhord.moderation.review.SimilarPetitions;

/** All that a review's page shows besides the form itself. */
@Component
class ReviewPageModel {

    private final DecisionLog log;
    private final CaseFile caseFile;
    private final SimilarPetitions similar;
    private final ReturnMessages messages;
    private final Choices choices;
    private final MessageSource words;
    private final Settled settled;

    ReviewPageModel(
            DecisionLog log,
            CaseFile caseFile,
            SimilarPetitions similar,
            ReturnMessages messages,
            Choices choices,
            MessageSource words,
            Settled settled) {
        this.log = log;
        this.caseFile = caseFile;
        this.similar = similar;
        this.messages = messages;
        this.choices = choices;
        this.words = words;
        this.settled = settled;
    }

    /** A similar petition whose answer is so new that the same may not be proposed before a day. */
    record Blocked(SimilarPetitions.Similar by, LocalDate openAgain) {}

    /** What stands in the way of the text by the municipality's rule, if anything does. */
    Optional<Blocked> blocked(PetitionText text, Instant now) {
        var rules = settled.now();
        var today = Times.day(now);
        return similar.answeredAfter(rules.blockedSince(today), text).stream()
                .filter(one -> one.decidedOn() != null)
                .map(one -> new Blocked(one, rules.openAgain(one.decidedOn())))
                .filter(one -> one.openAgain().isAfter(today))
                .findFirst();
    }

    /** A note with its day and time in Sweden. */
    record Note(ZonedDateTime at, CaseFile.Note said) {}

    void addTo(
            ModelAndView page,
            Review review,
            @Nullable PetitionText text,
            StaffMember viewer,
            Instant now,
            Locale locale) {
        page.addObject("review", review);
        page.addObject("text", text);
        page.addObject("submitted", Times.day(review.submittedAt()));
        page.addObject(
                "days", ChronoUnit.DAYS.between(Times.day(review.submittedAt()), Times.day(now)));
        page.addObject("promisedDays", settled.now().reviewDays());
        page.addObject("similar", text == null ? List.of() : similar.to(text));
        page.addObject("blocked", text == null ? null : blocked(text, now).orElse(null));
        page.addObject("decisions", choices.of("decision", DecisionForm.DECISIONS, locale));
        page.addObject("reasons", reasons(locale));
        page.addObject("authorities", authorities(locale));
        page.addObject("kinds", kinds(locale));
        if (text != null) {
            page.addObject("publicMarks", publicMarks(Locale.of(text.language())));
        }
        page.addObject("reasonOf", reasonOf(locale));
        addDecision(page, review, viewer);
        addCaseFile(page, review, viewer, now);
    }

    /** What stands in the place of something hidden, in the text's own language. */
    private Map<RedactionKind, String> publicMarks(Locale language) {
        return Stream.of(RedactionKind.values())
                .collect(
                        Collectors.toMap(
                                kind -> kind,
                                kind ->
                                        words.getMessage(
                                                "preview.mark",
                                                new Object[] {
                                                    words.getMessage(
                                                            "choice.kind." + kind, null, language)
                                                },
                                                language)));
    }

    private void addDecision(ModelAndView page, Review review, StaffMember viewer) {
        if (review.decidedAt() != null) {
            var entry = log.newest(review.petitionId(), LogAction.DECISIONS).orElse(null);
            page.addObject("decided", review.decidedAt().atZone(Times.SWEDEN));
            page.addObject("entry", entry);
            page.addObject("own", entry == null || entry.by().equals(viewer.subject()));
        }
        if (review.state() == ReviewState.RETURNED) {
            page.addObject(
                    "message",
                    messages.find(review.petitionId(), review.textVersion()).orElse(null));
        }
        if (review.textVersion() > 1) {
            page.addObject(
                    "askedFor",
                    messages.find(review.petitionId(), review.textVersion() - 1).orElse(null));
        }
    }

    /** What colleagues have added; and that this one looks at it now. */
    private void addCaseFile(ModelAndView page, Review review, StaffMember viewer, Instant now) {
        var petitionId = review.petitionId();
        if (review.state() == ReviewState.WAITING && viewer.is(StaffRoles.MODERATOR)) {
            caseFile.looks(petitionId, viewer.subject(), viewer.name(), now);
        }
        page.addObject("lookers", caseFile.lookingBesides(petitionId, viewer.subject(), now));
        page.addObject("tags", caseFile.tags(petitionId));
        page.addObject("allTags", caseFile.allTags());
        page.addObject(
                "notes",
                caseFile.notes(petitionId).stream()
                        .map(note -> new Note(note.at().atZone(Times.SWEDEN), note))
                        .toList());
        page.addObject("once", UUID.randomUUID());
    }

    /** The municipality's words for every reason, also for those no longer offered. */
    private Map<String, String> reasonOf(Locale locale) {
        return settled.now().reasons().stream()
                .collect(
                        Collectors.toMap(
                                Municipality.Reason::code,
                                reason -> reason.words().in(locale.getLanguage())));
    }

    private List<Choice> reasons(Locale locale) {
        return Stream.concat(
                        Stream.of(choices.none("reason", locale)),
                        settled.now().reasons().stream()
                                .filter(Municipality.Reason::offered)
                                .map(
                                        reason ->
                                                new Choice(
                                                        reason.code(),
                                                        reason.words().in(locale.getLanguage()),
                                                        null)))
                .toList();
    }

    private List<Choice> authorities(Locale locale) {
        return Stream.concat(
                        Stream.of(choices.none("authority", locale)),
                        settled.now().authorities().stream()
                                .filter(Municipality.Authority::offered)
                                .map(
                                        one ->
                                                new Choice(
                                                        one.code(),
                                                        one.name().in(locale.getLanguage()),
                                                        null)))
                .toList();
    }

    private List<Choice> kinds(Locale locale) {
        var codes =
                List.of(
                        RedactionKind.NAME.name(),
                        RedactionKind.ADDRESS.name(),
                        RedactionKind.PHONE.name(),
                        RedactionKind.EMAIL.name(),
                        RedactionKind.PERSONAL_IDENTITY_NUMBER.name(),
                        RedactionKind.OTHER.name());
        return choices.of("kind", codes, locale);
    }
}
