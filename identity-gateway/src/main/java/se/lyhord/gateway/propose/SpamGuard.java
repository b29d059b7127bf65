package se.lyhord.gateway.propose;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.config.RateLimits;

/**
 * Tells people from programs that hand in rubbish, without asking anybody else and without keeping
 * who they are. Decision record 12 says why it is so.
 */
@Component
class SpamGuard {

    private final ProofOfWork work;
    private final WritingTime time;
    private final RateLimits limits;
    private final int most;
    private final int mostWithoutWork;

    /**
     * @param most proposals from one address in ten minutes
     * @param mostWithoutWork those among them without proof of work
     */
    SpamGuard(
            ProofOfWork work,
            WritingTime time,
            RateLimits limits,
            @Value("${lyhord.limits.submissions}") int most,
            @Value("${lyhord.limits.submissions-without-work}") int mostWithoutWork) {
        this.work = work;
        this.time = time;
        this.limits = limits;
        this.most = most;
        this.mostWithoutWork = mostWithoutWork;
    }

    /** What is to become of a form. */
    enum Verdict {
        /** It may be handed in. */
        WELCOME,
        /** Only a program fills in the field that nobody sees. */
        TRAPPED,
        /** The proof is forged, of another form, or too old. */
        NO_PROOF,
        /** Without proof, and sooner than anybody writes. */
        TOO_SOON,
        /** One address has sent enough for now. */
        TOO_MANY
    }

    Verdict judge(ProposalForm form, String address) {
        if (isTrapped(form)) {
            return Verdict.TRAPPED;
        }
        if (!limits.permits("submissions", address, most)) {
            return Verdict.TOO_MANY;
        }
        if (form.altcha() != null && !form.altcha().isEmpty()) {
            return work.isDone(form.altcha(), form.once()) ? Verdict.WELCOME : Verdict.NO_PROOF;
        }
        if (!time.isLongEnough(form.once(), form.opened())) {
            return Verdict.TOO_SOON;
        }
        return limits.permits("submissions without work", address, mostWithoutWork)
                ? Verdict.WELCOME
                : Verdict.TOO_MANY;
    }

    /** Whether the field is filled in that people do not see. */
    boolean isTrapped(ProposalForm form) {
        return form.website() != null && !form.website().isEmpty();
    }

    /** Whether one address may save another draft now. */
    boolean maySave(String address) {
        return limits.permits("drafts", address, most);
    }

    /** The form with what it needs to be let through: its mark, and its proof while that holds. */
    ProposalForm prepared(ProposalForm form) {
        return form.guarded(
                work.isDone(form.altcha(), form.once()) ? form.altcha() : null,
                time.mark(form.once(), form.opened()));
    }

    /** The work a browser may do for this form; null when it is done. */
    @Nullable String challenge(ProposalForm prepared) {
        return prepared.altcha() == null ? work.challenge(prepared.once()) : null;
    }

    long secondsLeft() {
        return limits.secondsLeft();
    }
}
