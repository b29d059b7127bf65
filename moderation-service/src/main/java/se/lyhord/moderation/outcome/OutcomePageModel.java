package se.lyhord.moderation.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import se.lyhord.moderation.config.Choices;
import se.lyhord.moderation.config.Choices.Choice;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.municipality.Municipality.Committee;
import se.lyhord.moderation.municipality.Settled;

/** All that a closed petition's page shows. */
@Component
class OutcomePageModel {

    private final Settled settled;
    private final Choices choices;

    OutcomePageModel(Settled settled, Choices choices) {
        this.settled = settled;
        this.choices = choices;
    }

    ModelAndView page(
            ClosedPetition petition,
            OutcomeForm form,
            HandOverForm handOver,
            List<FieldError> errors,
            HttpStatus status,
            LocalDate today,
            Locale locale) {
        return new ModelAndView("outcome", status)
                .addObject("petition", petition)
                .addObject("form", form)
                .addObject("handOver", handOver)
                .addObject("today", today)
                .addObject("errors", errors)
                .addObject("errorOf", FieldError.messages(errors))
                .addObject("committees", committees(locale))
                .addObject("committeeOf", committeeNames(locale))
                .addObject("decisions", choices.of("outcome", OutcomeForm.DECISIONS, locale));
    }

    /** Every committee's name in the reader's language, by its code. */
    Map<String, String> committeeNames(Locale locale) {
        return settled.now().committees().stream()
                .collect(
                        Collectors.toMap(
                                Committee::code, one -> one.name().in(locale.getLanguage())));
    }

    private List<Choice> committees(Locale locale) {
        return Stream.concat(
                        Stream.of(choices.none("committee", locale)),
                        settled.now().committees().stream()
                                .map(
                                        one ->
                                                new Choice(
                                                        one.code(),
                                                        one.name().in(locale.getLanguage()),
                                                        null)))
                .toList();
    }
}
