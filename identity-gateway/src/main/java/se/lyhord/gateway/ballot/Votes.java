package se.lyhord.gateway.ballot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.browse.NoSuchPetition;
import se.lyhord.gateway.browse.PetitionView;
import se.lyhord.gateway.browse.Petitions;
import se.lyhord.gateway.browse.Phase;
import se.lyhord.gateway.browse.UpstreamUnavailable;
import se.lyhord.gateway.config.VoteCasting;
import se.lyhord.gateway.eligibility.MinimumAge;
import se.lyhord.gateway.login.CitizenSession;
import se.lyhord.gateway.login.CitizenSessions;
import se.lyhord.gateway.pseudonym.VoterToken;
import se.lyhord.gateway.pseudonym.VoterTokens;
import se.lyhord.keyvault.VaultUnavailableException;

/** Casts citizens' votes, if they may vote. */
@Component
class Votes implements VoteCasting {

    private static final String OUTCOME = VoteOutcome.class.getName();
    private static final String BEFORE_ID = "/forslag/";
    private static final String AFTER_ID = "/rosta";

    private final Petitions petitions;
    private final CitizenSessions sessions;
    private final VoterTokens tokens;
    private final VotingService voting;
    private final Receipts receipts;
    private final Clock clock;

    Votes(
            Petitions petitions,
            CitizenSessions sessions,
            VoterTokens tokens,
            VotingService voting,
            Receipts receipts,
            Clock clock) {
        this.petitions = petitions;
        this.sessions = sessions;
        this.tokens = tokens;
        this.voting = voting;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Override
    public boolean cast(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CitizenSession citizen = sessions.find(request);
        UUID petition = petition(request.getServletPath());
        if (citizen == null || petition == null) {
            return false;
        }
        VoteOutcome outcome;
        try {
            outcome = cast(petition, citizen, request.getParameter("tracker"));
        } catch (NoSuchPetition | UpstreamUnavailable pageTellsSo) {
            return false;
        }
        return switch (outcome) {
            case VoteOutcome.Counted(Tracker tracker) -> {
                receipts.voted(response, petition, tracker);
                response.sendRedirect(BEFORE_ID + petition + "/kvitto");
                yield true;
            }
            case VoteOutcome.AlreadyCounted before -> {
                receipts.votedBefore(response, petition);
                response.sendRedirect(BEFORE_ID + petition + "/redan-raknad");
                yield true;
            }
            case VoteOutcome.ForPage forPage -> {
                request.setAttribute(OUTCOME, forPage);
                yield false;
            }
        };
    }

    /**
     * What a page has to tell of the vote in this request.
     *
     * @throws UpstreamUnavailable if it was not cast, since its petition could not be read
     */
    VoteOutcome.ForPage outcome(HttpServletRequest request) {
        if (request.getAttribute(OUTCOME) instanceof VoteOutcome.ForPage outcome) {
            return outcome;
        }
        throw new UpstreamUnavailable();
    }

    /** Why this citizen's vote would not be taken now, or null. */
    VoteOutcome.@Nullable ForPage obstacle(PetitionView petition, CitizenSession citizen) {
        Instant now = clock.instant();
        return switch (petition.phase(now)) {
            case Phase.CLOSING, Phase.CERTIFIED -> new VoteOutcome.Closed(null);
            case Phase.NOT_READY, Phase.REJECTED -> new VoteOutcome.NotReady();
            case Phase.TAKEN_DOWN -> new VoteOutcome.TakenDown();
            case Phase.VOTING -> {
                int years = petition.rules() == null ? 0 : petition.rules().minimumAge();
                yield new MinimumAge(years).isReachedBy(citizen.number(), now)
                        ? null
                        : new VoteOutcome.TooYoung();
            }
        };
    }

    private VoteOutcome cast(UUID petition, CitizenSession citizen, @Nullable String sent) {
        VoteOutcome obstacle = obstacle(petitions.findForVote(petition), citizen);
        if (obstacle != null) {
            return obstacle;
        }
        Tracker tracker = Tracker.of(sent);
        return tracker == null ? new VoteOutcome.NotSent() : cast(petition, citizen, tracker);
    }

    private VoteOutcome cast(UUID petition, CitizenSession citizen, Tracker tracker) {
        VoterToken token;
        try {
            token = tokens.issue(petition, citizen.number());
        } catch (VaultUnavailableException e) {
            return new VoteOutcome.Busy(tracker);
        }
        if (token == null) {
            return new VoteOutcome.NotReady();
        }
        return switch (voting.cast(petition, token, tracker)) {
            case VoteAnswer.Counted counted -> new VoteOutcome.Counted(counted.tracker());
            case VoteAnswer.AlreadyCounted already -> new VoteOutcome.AlreadyCounted();
            case VoteAnswer.TrackerTaken taken -> new VoteOutcome.NotSent();
            case VoteAnswer.Closed closed -> new VoteOutcome.Closed(closed.closedAt());
            case VoteAnswer.NotOpen notOpen -> new VoteOutcome.NotReady();
            case VoteAnswer.Suspended suspended -> new VoteOutcome.TakenDown();
            case VoteAnswer.Unknown unknown -> new VoteOutcome.Unknown(tracker);
            case VoteAnswer.Busy busy -> new VoteOutcome.Busy(tracker);
        };
    }

    private static @Nullable UUID petition(String path) {
        try {
            return UUID.fromString(
                    path.substring(BEFORE_ID.length(), path.length() - AFTER_ID.length()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException noPetition) {
            return null;
        }
    }
}
