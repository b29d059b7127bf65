package se.lyhord.gateway.ballot;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import se.lyhord.gateway.browse.PetitionView;
import se.lyhord.gateway.config.ComeAgain;

/** The pages a ballot can end on, each with its status. */
record BallotPages(PetitionView petition, Model model, HttpServletResponse response) {

    String confirm(Tracker tracker) {
        model.addAttribute("tracker", tracker.code());
        return page("confirm", HttpStatus.OK);
    }

    String alreadyCounted() {
        return page("already-counted", HttpStatus.OK);
    }

    String withdraw(String withdrawal) {
        model.addAttribute("withdrawal", withdrawal);
        return page("withdraw", HttpStatus.OK);
    }

    String receipt(Tracker tracker) {
        model.addAttribute("tracker", tracker.code());
        return page("receipt", HttpStatus.OK);
    }

    String withdrawn() {
        return page("withdrawn", HttpStatus.OK);
    }

    String closed(@Nullable Instant closedAt) {
        model.addAttribute("closedAt", closedAt == null ? petition.closesAt() : closedAt);
        return page("closed", HttpStatus.GONE);
    }

    String notReady() {
        return page("not-ready", HttpStatus.CONFLICT);
    }

    /** Taken down: no vote is taken and none can be withdrawn for now. */
    String takenDown() {
        return page("taken-down", HttpStatus.GONE);
    }

    String tooYoung() {
        return page("too-young", HttpStatus.FORBIDDEN);
    }

    /** Nothing was done; the form on the page sends the same again. */
    String busy(Tracker tracker) {
        model.addAttribute("tracker", tracker.code());
        response.setHeader(HttpHeaders.RETRY_AFTER, ComeAgain.SOON);
        return page("busy", HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** It may have been done; the form on the page sends the same again. */
    String unknown(Tracker tracker) {
        model.addAttribute("tracker", tracker.code());
        response.setHeader(HttpHeaders.RETRY_AFTER, ComeAgain.SOON);
        return page("unknown", HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** A withdrawal that may be tried again in a while, from its own page. */
    ResponseStatusException away() {
        response.setHeader(HttpHeaders.RETRY_AFTER, ComeAgain.SOON);
        return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private String page(String name, HttpStatus status) {
        model.addAttribute("petition", petition);
        response.setStatus(status.value());
        return "ballot/" + name;
    }
}
