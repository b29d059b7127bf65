package se.lyhord.voting.config;

import org.springframework.http.HttpStatus;
import se.lyhord.voting.ballot.VoteRefusal;

/** What can be wrong with a request, as RFC 9457 names it: {@code urn:lyhord:problem:<code>}. */
public enum Problem {
    /** See {@link VoteRefusal#ALREADY_COUNTED}. */
    ALREADY_COUNTED(HttpStatus.CONFLICT),
    /** See {@link VoteRefusal#TRACKER_TAKEN}. */
    TRACKER_TAKEN(HttpStatus.CONFLICT),
    /** See {@link VoteRefusal#NOT_YOUR_VOTE}. */
    NOT_YOUR_VOTE(HttpStatus.CONFLICT),
    /** See {@link VoteRefusal#CLOSED}. */
    CLOSED(HttpStatus.GONE),
    /** See {@link VoteRefusal#SUSPENDED}. */
    SUSPENDED(HttpStatus.LOCKED),
    /** See {@link VoteRefusal#NO_BALLOT_BOX}. */
    NO_BALLOT_BOX(HttpStatus.NOT_FOUND),
    /** The voter has no vote that counts. */
    NO_VOTE(HttpStatus.NOT_FOUND),
    /** No voter token that holds for the request. */
    BAD_VOTER_TOKEN(HttpStatus.UNAUTHORIZED),
    /** The tracker list is not fixed yet. */
    NOT_FENCED(HttpStatus.CONFLICT),
    /** The tracker list is no longer here. */
    LIST_GONE(HttpStatus.GONE),
    /** A field is missing or wrong. */
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The request cannot be read at all. */
    UNREADABLE(HttpStatus.BAD_REQUEST),
    /** Database or vault is away, or too many wait. */
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    Problem(HttpStatus status) {
        this.status = status;
    }

    /** The problem a refusal becomes. */
    public static Problem of(VoteRefusal refusal) {
        return switch (refusal) {
            case ALREADY_COUNTED -> ALREADY_COUNTED;
            case TRACKER_TAKEN -> TRACKER_TAKEN;
            case NOT_YOUR_VOTE -> NOT_YOUR_VOTE;
            case CLOSED -> CLOSED;
            case SUSPENDED -> SUSPENDED;
            case NO_BALLOT_BOX -> NO_BALLOT_BOX;
        };
    }

    /** The HTTP status. */
    public HttpStatus status() {
        return status;
    }

    /** The code: lower case with hyphens. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The type, as a problem states it. */
    public String type() {
        return "urn:lyhord:problem:" + code();
    }
}
