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
    private final MessageSource texts;

    ProposalController(
            Submissions submissions, SimilarPetitions similarPetitions, MessageSource texts) {
        this.submissions = submissions;
        this.similarPetitions = similarPetitions;
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
        return switch (submissions.submit(form, locale.getLanguage())) {
            case Submission.Received(String statusKey) -> {
                request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
                yield "redirect:/status/" + statusKey + "?tack=true";
            }
            case Submission.Refused(List<FieldRefusal> errors) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("similar", similarPetitions.find(form.title()));
                yield show(
                        form,
                        errors.stream().map(error -> message(error, locale)).toList(),
                        "",
                        model);
            }
            case Submission.SentBefore() -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield show(form.anew(), List.of(), "sent", model);
            }
            case Submission.NotNow() -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, "5");
                yield show(form, List.of(), "notnow", model);
            }
        };
    }

    private String show(ProposalForm form, List<FieldMessage> errors, String notice, Model model) {
        Map<String, String> byField = new LinkedHashMap<>();
        errors.forEach(error -> byField.putIfAbsent(error.field(), error.message()));
        model.addAttribute("form", form);
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
