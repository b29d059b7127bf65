package se.lyhord.gateway.browse;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** One petition's page, and its count alone for the page to ask for again. */
@Controller
class PetitionController {

    private final Petitions petitions;
    private final Tallies tallies;
    private final Timeline timeline;
    private final Freshness freshness;
    private final Dates dates;
    private final Clock clock;
    private final String publicUrl;

    PetitionController(
            Petitions petitions,
            Tallies tallies,
            Timeline timeline,
            Freshness freshness,
            Dates dates,
            Clock clock,
            @Value("${lyhord.public-url:}") String publicUrl) {
        this.petitions = petitions;
        this.tallies = tallies;
        this.timeline = timeline;
        this.freshness = freshness;
        this.dates = dates;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GetMapping("/forslag/{id}")
    String petition(@PathVariable UUID id, Model model, HttpServletResponse response) {
        PetitionView petition = petitions.find(id);
        Phase phase = petition.phase(clock.instant());
        TallyView tally = show(petition, phase, model);
        model.addAttribute("past", timeline.past(petition, phase, tally.thresholdReachedOn()));
        model.addAttribute("ahead", timeline.ahead(petition, phase));
        model.addAttribute("link", publicUrl + "/forslag/" + id);
        draw(petition, tally, model);
        freshness.mark(model, petition.staleSince());
        if (phase == Phase.REJECTED || phase == Phase.TAKEN_DOWN) {
            response.setStatus(HttpStatus.GONE.value());
        }
        if (phase == Phase.TAKEN_DOWN) {
            model.addAttribute("mayOpenAgain", petition.mayOpenAgain(clock.instant()));
            return "browse/taken-down";
        }
        return "browse/petition";
    }

    /**
     * The count alone, with an ETag; a page that is no longer about voting is told to load anew.
     */
    @GetMapping("/forslag/{id}/antal")
    @Nullable String count(
            @PathVariable UUID id, WebRequest request, HttpServletResponse response, Model model) {
        PetitionView petition = petitions.find(id);
        Phase phase = petition.phase(clock.instant());
        TallyView tally = show(petition, phase, model);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().cachePrivate().getHeaderValue());
        response.setHeader(HttpHeaders.VARY, "Accept-Language, Cookie");
        if (phase != Phase.VOTING) {
            response.setHeader("HX-Refresh", "true");
        }
        String mark =
                "\"%s-%s-%s-%s\""
                        .formatted(
                                LocaleContextHolder.getLocale().getLanguage(),
                                phase,
                                tally.count(),
                                tally.fewerThan());
        return request.checkNotModified(mark) ? null : "browse/count :: count";
    }

    /** Where the reader's own browser counts a certified petition's votes again. */
    @GetMapping("/forslag/{id}/kontrollera")
    String check(@PathVariable UUID id, Model model) {
        PetitionView petition = petitions.find(id);
        if (!petition.certified()) {
            return "redirect:/forslag/" + id;
        }
        model.addAttribute("petition", petition);
        return "browse/check";
    }

    /** Draws the votes day by day, once for desktops and once for phones. */
    private void draw(PetitionView petition, TallyView tally, Model model) {
        VoteHistory history = tallies.history(petition.id()).orElse(null);
        Instant opens = petition.opensAt();
        if (history == null || opens == null) {
            return;
        }
        model.addAttribute("history", history);
        if (history.points().isEmpty()) {
            return;
        }
        LocalDate opened = dates.dayOf(opens);
        LocalDate newest = history.points().getLast().day();
        LocalDate today = dates.dayOf(clock.instant());
        LocalDate until = tally.ended() || today.isBefore(newest) ? newest : today;
        model.addAttribute("until", until);
        model.addAttribute(
                "charts",
                List.of(
                        VoteChart.of(history, opened, until, petition.threshold(), 720, 300),
                        VoteChart.of(history, opened, until, petition.threshold(), 340, 250)));
    }

    private TallyView show(PetitionView petition, Phase phase, Model model) {
        TallyView tally = tallies.find(petition.id());
        Long ended = petition.finalCount();
        if (ended != null && !tally.ended()) {
            tally = TallyView.ended(petition.id(), ended);
        }
        model.addAttribute("petition", petition);
        model.addAttribute("phase", phase);
        model.addAttribute("tally", tally);
        return tally;
    }
}
