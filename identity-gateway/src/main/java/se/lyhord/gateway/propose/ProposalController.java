package se.lyhord.gateway.propose;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import se.lyhord.gateway.browse.PrivatePage;
import se.lyhord.gateway.config.ComeAgain;
import se.lyhord.gateway.propose.Submission.FieldRefusal;

/**
 * The form for submitting a petition, its preview and its draft. Needs no login; what was typed is
 * kept.
 */
@Controller
class ProposalController {

    private final Submissions submissions;
    private final SimilarPetitions similarPetitions;
    private final Drafts drafts;
    private final SpamGuard guard;
    private final MessageSource texts;
    private final String publicUrl;

    ProposalController(
            Submissions submissions,
            SimilarPetitions similarPetitions,
            Drafts drafts,
            SpamGuard guard,
            MessageSource texts,
            @Value("${lyhord.public-url:}") String publicUrl) {
        this.submissions = submissions;
        this.similarPetitions = similarPetitions;
        this.drafts = drafts;
        this.guard = guard;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.texts = texts;
    }

    /** A line of the summary above the form, linked to its field. */
    public record FieldMessage(String field, String message) {}

    @GetMapping("/lamna-forslag")
    String form(Model model) {
        return show(ProposalForm.empty(), List.of(), "", model);
    }

    /** Where the other language leads from pages that a form has made. */
    @GetMapping({
        "/lamna-forslag/liknande",
        "/lamna-forslag/forhandsgranska",
        "/lamna-forslag/andra",
        "/lamna-forslag/utkast"
    })
    String formAgain() {
        return "redirect:/lamna-forslag";
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
        if (part) {
            model.addAttribute("similar", similarPetitions.find(typed));
            return "propose/similar :: similar";
        }
        return show(typed.tidied(), List.of(), "", model);
    }

    /** Shows exactly what will be public; from there it is sent, or changed. */
    @PostMapping("/lamna-forslag/forhandsgranska")
    String preview(
            @ModelAttribute ProposalForm typed,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ProposalForm form = typed.tidied();
        return answer(
                form,
                submissions.preview(form, locale.getLanguage()),
                locale,
                request,
                response,
                model);
    }

    /** Back from the preview, with all that was typed. */
    @PostMapping("/lamna-forslag/andra")
    String change(@ModelAttribute ProposalForm typed, Model model) {
        return show(typed.tidied(), List.of(), "", model);
    }

    /** A form that was open for so long, or is so odd, that only its text is taken over. */
    @PostMapping("/lamna-forslag/foraldrat")
    String stale(@ModelAttribute ProposalForm typed, HttpServletResponse response, Model model) {
        return refuse(typed.tidied(), "stale", HttpStatus.FORBIDDEN, response, model);
    }

    @PostMapping("/lamna-forslag/utkast")
    String save(
            @ModelAttribute ProposalForm typed,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ProposalForm form = typed.tidied();
        if (guard.isTrapped(form)) {
            return seeOther(request, "/");
        }
        return guard.maySave(request.getRemoteAddr())
                ? answer(
                        form,
                        drafts.save(form, locale.getLanguage()),
                        locale,
                        request,
                        response,
                        model)
                : tooMany(form, response, model);
    }

    /**
     * Goes on with a draft.
     *
     * @param sparat present when it has just been saved
     */
    @GetMapping("/utkast/{key:[A-Za-z0-9_-]{16,64}}")
    String draft(
            @PathVariable String key,
            @RequestParam(required = false, defaultValue = "false") boolean sparat,
            HttpServletResponse response,
            Model model) {
        PrivatePage.keepSecret(response);
        Drafts.Draft draft = drafts.open(key);
        model.addAttribute("draft", draft);
        model.addAttribute("draftLink", publicUrl + "/utkast/" + key);
        return show(ProposalForm.of(key, draft), List.of(), sparat ? "saved" : "", model);
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
            case WELCOME ->
                    answer(
                            form,
                            submissions.submit(form, locale.getLanguage()),
                            locale,
                            request,
                            response,
                            model);
            case TRAPPED -> seeOther(request, "/");
            case NO_PROOF ->
                    refuse(form, "proof", HttpStatus.UNPROCESSABLE_CONTENT, response, model);
            case TOO_SOON ->
                    refuse(form, "soon", HttpStatus.UNPROCESSABLE_CONTENT, response, model);
            case TOO_MANY -> tooMany(form, response, model);
        };
    }

    private String tooMany(ProposalForm form, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(guard.secondsLeft()));
        return refuse(form, "many", HttpStatus.TOO_MANY_REQUESTS, response, model);
    }

    private String answer(
            ProposalForm form,
            Submission answer,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (answer) {
            case Submission.Received(String statusKey) ->
                    seeOther(request, "/status/" + statusKey + "?tack=true");
            case Submission.Saved(String draftKey) ->
                    seeOther(request, "/utkast/" + draftKey + "?sparat=true");
            case Submission.Previewed previewed -> {
                prepare(form, model);
                model.addAttribute("previewed", previewed);
                yield "propose/preview";
            }
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
                response.setHeader(HttpHeaders.RETRY_AFTER, ComeAgain.SOON);
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
        ProposalForm form = prepare(typed, model);
        Map<String, String> byField = new LinkedHashMap<>();
        errors.forEach(error -> byField.putIfAbsent(error.field(), error.message()));
        model.addAttribute("similar", similarPetitions.find(form));
        model.addAttribute("errors", errors);
        model.addAttribute("error", byField);
        model.addAttribute("notice", notice);
        return "propose/form";
    }

    private ProposalForm prepare(ProposalForm typed, Model model) {
        ProposalForm form = guard.prepared(typed);
        model.addAttribute("form", form);
        model.addAttribute("challenge", guard.challenge(form));
        return form;
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
