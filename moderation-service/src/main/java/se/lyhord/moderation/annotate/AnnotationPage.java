package se.lyhord.moderation.annotate;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.config.Typed;
import se.lyhord.moderation.review.CaseFile;
import se.lyhord.moderation.review.ReviewRefused;

/**
 * The small forms beside a review; each leads back to it, with what was typed if it was refused.
 */
@Controller
class AnnotationPage {

    private static final int LONGEST_NOTE = 2000;

    private final Annotations annotations;
    private final CaseFile caseFile;
    private final Clock clock;

    AnnotationPage(Annotations annotations, CaseFile caseFile, Clock clock) {
        this.annotations = annotations;
        this.caseFile = caseFile;
        this.clock = clock;
    }

    @PostMapping("/granskning/{petitionId}/anteckning")
    String note(
            @PathVariable UUID petitionId,
            @RequestParam UUID once,
            @RequestParam("colleagueNote") String typed,
            Authentication login,
            RedirectAttributes next) {
        var note = Typed.text(typed);
        var wrong = wrong(note);
        if (wrong != null) {
            next.addFlashAttribute("noteError", wrong);
            next.addFlashAttribute("typedNote", typed);
        } else {
            try {
                annotations.note(petitionId, once, note, StaffMember.of(login));
            } catch (ReviewRefused refused) {
                refuse(refused);
                next.addFlashAttribute("noteError", "changed");
                next.addFlashAttribute("typedNote", typed);
            }
        }
        return back(petitionId);
    }

    @PostMapping("/granskning/{petitionId}/etiketter")
    String tags(
            @PathVariable UUID petitionId,
            @RequestParam long version,
            @RequestParam("tags") String typed,
            RedirectAttributes next) {
        var tags = Tags.read(typed);
        if (tags.isEmpty()) {
            next.addFlashAttribute("tagsError", "invalid");
            next.addFlashAttribute("typedTags", typed);
        } else {
            try {
                annotations.tag(petitionId, version, tags.get());
            } catch (ReviewRefused refused) {
                refuse(refused);
                next.addFlashAttribute("tagsError", "changed");
                next.addFlashAttribute("typedTags", typed);
            }
        }
        return back(petitionId);
    }

    /** Pages with scripts say so every half minute, and when they are left. */
    @PostMapping("/granskning/{petitionId}/tittar")
    ResponseEntity<Void> looks(
            @PathVariable UUID petitionId,
            @RequestParam(defaultValue = "false") boolean left,
            Authentication login) {
        var viewer = StaffMember.of(login);
        if (left) {
            caseFile.left(petitionId, viewer.subject());
        } else {
            caseFile.looks(petitionId, viewer.subject(), viewer.name(), clock.instant());
        }
        return ResponseEntity.noContent().build();
    }

    private static @Nullable String wrong(String note) {
        if (note.isEmpty()) {
            return "missing";
        }
        if (note.length() > LONGEST_NOTE) {
            return "too-long";
        }
        return Typed.isUnreadable(note) ? "invalid" : null;
    }

    private static void refuse(ReviewRefused refused) {
        if (refused.reason() == ReviewRefused.Reason.UNKNOWN_PETITION) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static String back(UUID petitionId) {
        return "redirect:/granskning/" + petitionId + "#kollegor";
    }
}
