package se.lyhord.gateway.propose;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.View;
import se.lyhord.gateway.propose.Submission.FieldRefusal;

/** The form for submitting a petition. Needs no login; a refusal keeps what was typed. */
@Controller
class ProposalController {

    private final Submissions submissions;
    private final SimilarPetitions similarPetitions;
    private final SpamGuard guard;
    private final MessageSource texts;

    ProposalController(
            Submissions submissions,
            SimilarPetitions similarPetitions,
            SpamGuard guard,
            MessageSource texts) {
        this.submissions = submissions;
        this.similarPetitions = similarPetitions;
        this.guard = guard;
        this.texts = texts;
    }

    /** A line of the summary above the form, linked to its field. */
    public record FieldMessage(String field, String message) {}

    @GetMapping("/lamna-forslag")
    String form(Model model) {
        return show(ProposalForm.empty(), List.of(), "", model);
    }

    /**
     * Shows what is like the title so far: as part of the form that a script puts in, else as the
     * form with all that was typed.
     */
    @PostMapping("/lamna-forslag/liknande")
    String similar(
            @ModelAttribute ProposalForm typed,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        model.addAttribute("similar", similarPetitions.find(typed.title()));
        return part ? "propose/similar :: similar" : show(typed.tidied(), List.of(), "", model);
    }

    @PostMapping("/lamna-forslag")
    String submit(
            @ModelAttribute ProposalForm typed,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ProposalForm form = typed.tidied();
        return switch (guard.judge(form, request.getRemoteAddr())) {
            case WELCOME -> handIn(form, locale, request, response, model);
            case TRAPPED -> seeOther(request, "/");
            case NO_PROOF ->
                    refuse(form, "proof", HttpStatus.UNPROCESSABLE_CONTENT, response, model);
            case TOO_SOON ->
                    refuse(form, "soon", HttpStatus.UNPROCESSABLE_CONTENT, response, model);
            case TOO_MANY -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(guard.secondsLeft()));
                yield refuse(form, "many", HttpStatus.TOO_MANY_REQUESTS, response, model);
            }
        };
    }

    private String handIn(
            ProposalForm form,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (submissions.submit(form, locale.getLanguage())) {
            case Submission.Received(String statusKey) ->
                    seeOther(request, "/status/" + statusKey + "?tack=true");
            case Submission.Refused(List<FieldRefusal> errors) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(
                        form,
                        errors.stream().map(error -> message(error, locale)).toList(),
                        "",
                        model);
            }
            case Submission.SentBefore() ->
                    refuse(form.anew(), "sent", HttpStatus.CONFLICT, response, model);
            case Submission.NotNow() -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                yield refuse(form, "notnow", HttpStatus.SERVICE_UNAVAILABLE, response, model);
            }
        };
    }

    private static String seeOther(HttpServletRequest request, String address) {
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return "redirect:" + address;
    }

    /** The form again, with all that was typed and why it was not taken. */
    private String refuse(
            ProposalForm form,
            String notice,
            HttpStatus status,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        return show(form, List.of(), notice, model);
    }

    private String show(ProposalForm typed, List<FieldMessage> errors, String notice, Model model) {
        ProposalForm form = guard.prepared(typed);
        Map<String, String> byField = new LinkedHashMap<>();
        errors.forEach(error -> byField.putIfAbsent(error.field(), error.message()));
        model.addAttribute("form", form);
        model.addAttribute("challenge", guard.challenge(form));
        model.addAttribute("similar", similarPetitions.find(form.title()));
        model.addAttribute("errors", errors);
        model.addAttribute("error", byField);
        model.addAttribute("notice", notice);
        return "propose/form";
    }

    /** Our own words for what we know; what petition-service says for the rest. */
    private FieldMessage message(FieldRefusal refusal, Locale locale) {
        String key = "propose.error." + refusal.field() + "." + refusal.code();
        String other =
                refusal.message() != null
                        ? refusal.message()
                        : texts.getMessage("propose.error.other", null, locale);
        String words = texts.getMessage(key, null, other, locale);
        return new FieldMessage(refusal.field(), words == null ? other : words);
    }
}
