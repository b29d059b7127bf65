package se.lyhord.moderation.settings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.lyhord.moderation.config.DecisionLog;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.config.StaffToken;
import se.lyhord.moderation.config.Times;
import se.lyhord.moderation.log.LogAction;
import se.lyhord.moderation.log.LogDeed;
import se.lyhord.moderation.municipality.Municipality;
import se.lyhord.moderation.settings.VotingRules.Answer;
import se.lyhord.moderation.settings.VotingRules.RulesForm;

/** Where an administrator settles what holds for the municipality; every change is a version. */
@Controller
class SettingsPage {

    private final StoredSettings settings;
    private final VotingRules rules;
    private final DecisionLog log;
    private final StaffToken tokens;
    private final Problems problems;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SettingsPage(
            StoredSettings settings,
            VotingRules rules,
            DecisionLog log,
            StaffToken tokens,
            Problems problems,
            TransactionTemplate transaction,
            Clock clock) {
        this.settings = settings;
        this.rules = rules;
        this.log = log;
        this.tokens = tokens;
        this.problems = problems;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One version with its day and time in Sweden. */
    record Change(int version, ZonedDateTime at, String byName) {}

    /**
     * @param from fill the form with this earlier version instead of the one in force
     */
    @GetMapping("/regler")
    ModelAndView show(@RequestParam(name = "fran", required = false) @Nullable Integer from) {
        var now = settings.now();
        var shown = from == null ? now : settings.find(from).orElse(now);
        return page(now, SettingsForm.of(shown), null, List.of(), HttpStatus.OK)
                .addObject("earlier", shown.version() == now.version() ? null : shown.version());
    }

    @PostMapping("/regler")
    ModelAndView settle(
            @RequestParam int version,
            @ModelAttribute SettingsForm form,
            Authentication login,
            Locale locale,
            RedirectAttributes next) {
        var now = settings.now();
        var errors = form.errors(now, problems, locale);
        if (!errors.isEmpty()) {
            return page(now, form, null, errors, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (version != now.version() || !keep(form.toSettings(version + 1), login)) {
            return page(settings.now(), form, null, List.of(), HttpStatus.CONFLICT)
                    .addObject("refused", "changed");
        }
        next.addFlashAttribute("settled", "settings");
        return new ModelAndView("redirect:/regler");
    }

    @PostMapping("/regler/rostning")
    ModelAndView changeRules(
            @RequestParam int version,
            @ModelAttribute RulesForm form,
            Authentication login,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        try {
            var token = tokens.value(login, request, response);
            return switch (rules.change(form, version, token, locale)) {
                case Answer.Changed(var changed) -> {
                    transaction.executeWithoutResult(
                            status -> write(login, LogAction.RULES, changed.toString()));
                    next.addFlashAttribute("settled", "rules");
                    yield new ModelAndView("redirect:/regler");
                }
                case Answer.Mend(var errors) ->
                        page(form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
                case Answer.No(var code) ->
                        page(form, List.of(), HttpStatus.CONFLICT).addObject("refused", code);
            };
        } catch (OAuth2AuthorizationException ended) {
            return page(form, List.of(), HttpStatus.FORBIDDEN).addObject("refused", "login-ended");
        }
    }

    /** False when a colleague settled something meanwhile. */
    private boolean keep(Municipality settled, Authentication login) {
        try {
            transaction.executeWithoutResult(
                    status -> {
                        settings.add(settled, StaffMember.of(login), clock.instant());
                        write(login, LogAction.SETTINGS, "version " + settled.version());
                    });
            return true;
        } catch (DuplicateKeyException race) {
            return false;
        }
    }

    private void write(Authentication login, LogAction action, String details) {
        var by = StaffMember.of(login);
        log.write(
                clock.instant(),
                new LogDeed(by.subject(), by.name(), action, null, null, details, null));
    }

    private ModelAndView page(RulesForm form, List<FieldError> errors, HttpStatus status) {
        var now = settings.now();
        return page(now, SettingsForm.of(now), form, errors, status);
    }

    private ModelAndView page(
            Municipality now,
            SettingsForm form,
            @Nullable RulesForm rulesForm,
            List<FieldError> errors,
            HttpStatus status) {
        var current = rules.current().orElse(null);
        return new ModelAndView("settings", status)
                .addObject("now", now)
                .addObject("form", form)
                .addObject("rules", current)
                .addObject(
                        "rulesForm",
                        rulesForm == null && current != null ? RulesForm.of(current) : rulesForm)
                .addObject("errors", errors)
                .addObject("errorOf", FieldError.messages(errors))
                .addObject("history", history());
    }

    private List<Change> history() {
        return settings.history().stream()
                .map(it -> new Change(it.version(), it.at().atZone(Times.SWEDEN), it.byName()))
                .toList();
    }
}
