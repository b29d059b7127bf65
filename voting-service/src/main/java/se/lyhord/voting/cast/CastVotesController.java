package se.lyhord.voting.cast;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.keyvault.VaultUnavailableException;
import se.lyhord.voting.ballot.Tracker;
import se.lyhord.voting.ballot.VoteAnswer;
import se.lyhord.voting.ballot.VoteCommand.CastVote;
import se.lyhord.voting.ballot.VoterHash;
import se.lyhord.voting.config.Problem;
import se.lyhord.voting.config.VoterTokens.BadVoterToken;
import se.lyhord.voting.config.Voters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the votes of many voters in one request, each with its own voter token. Every vote has an
 * answer of its own, a line that is sent as soon as it is known: no voter waits for another's box.
 */
@RestController
class CastVotesController {

    /** The most votes of one request. */
    static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(CastVotesController.class);
    private static final String LINES = "application/x-ndjson";

    private final Voters voters;
    private final CastQueue queue;
    private final JsonMapper json;

    CastVotesController(Voters voters, CastQueue queue, JsonMapper json) {
        this.voters = voters;
        this.queue = queue;
        this.json = json;
    }

    /** A vote as the gateway hands it on. */
    record Ballot(@Nullable UUID petition, @Nullable String token, @Nullable String tracker) {

        @Override
        public String toString() {
            return "Ballot[redacted]";
        }
    }

    /**
     * What came of one vote.
     *
     * @param vote its place in the request, from 0
     * @param status as {@code POST /api/v1/petitions/{petition}/votes} would have answered
     * @param type the problem's type (RFC 9457), if it was not counted
     * @param closedAt when voting ended, if it has
     */
    record Line(int vote, int status, @Nullable String type, @Nullable String closedAt) {

        static Line of(int vote, VoteAnswer answer) {
            return switch (answer) {
                case VoteAnswer.Done done -> new Line(vote, HttpStatus.CREATED.value(), null, null);
                case VoteAnswer.Refused refused -> {
                    var closedAt = refused.closedAt();
                    Problem problem = Problem.of(refused.refusal());
                    yield new Line(
                            vote,
                            problem.status().value(),
                            problem.type(),
                            closedAt == null ? null : closedAt.toString());
                }
                case VoteAnswer.Unavailable away -> of(vote, Problem.UNAVAILABLE);
            };
        }

        static Line of(int vote, Problem problem) {
            return new Line(vote, problem.status().value(), problem.type(), null);
        }

        /** The answer is not known and will not be: the voter may send the same again. */
        static Line failed(int vote) {
            return new Line(vote, HttpStatus.INTERNAL_SERVER_ERROR.value(), null, null);
        }
    }

    /** Answers 200 and a line for each vote, in the order in which they are settled. */
    @PostMapping("/api/v1/votes")
    void cast(@RequestBody List<Ballot> ballots, HttpServletResponse response) throws IOException {
        if (ballots.size() > MOST) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        BlockingQueue<Line> settled = new LinkedBlockingQueue<>();
        handIn(ballots, settled);
        response.setContentType(LINES);
        long until = System.nanoTime() + queue.longestWait().toNanos();
        List<Line> lines = new ArrayList<>();
        for (int open = ballots.size(); open > 0; open -= lines.size()) {
            lines.clear();
            Line first = next(settled, until - System.nanoTime());
            if (first == null) {
                // What is not answered by the end of the response is unknown to the gateway.
                return;
            }
            lines.add(first);
            settled.drainTo(lines);
            write(lines, response);
        }
    }

    /** All votes at once after all tokens, so that they are committed together. */
    private void handIn(List<Ballot> ballots, BlockingQueue<Line> settled) {
        List<Waiting> together = new ArrayList<>(ballots.size());
        for (int vote = 0; vote < ballots.size(); vote++) {
            check(vote, ballots.get(vote), together, settled);
        }
        queue.handIn(together);
    }

    private void check(
            int vote, Ballot ballot, List<Waiting> together, BlockingQueue<Line> settled) {
        UUID petition = ballot.petition();
        if (petition == null || ballot.tracker() == null || !Tracker.isWritten(ballot.tracker())) {
            settled.add(Line.of(vote, Problem.INVALID));
            return;
        }
        try {
            switch (voters.ofToken(ballot.token(), petition)) {
                case Voters.Voter.Gone gone -> settled.add(Line.of(vote, gone.answer()));
                case Voters.Voter.Known(VoterHash voter) -> {
                    var command = new CastVote(Tracker.parse(ballot.tracker()));
                    Waiting waiting = queue.waiting(petition, voter, command);
                    waiting.answer()
                            .whenComplete(
                                    (answer, failure) ->
                                            settled.add(
                                                    failure == null
                                                            ? Line.of(vote, answer)
                                                            : Line.failed(vote)));
                    together.add(waiting);
                }
            }
        } catch (BadVoterToken e) {
            settled.add(Line.of(vote, Problem.BAD_VOTER_TOKEN));
        } catch (VaultUnavailableException e) {
            settled.add(Line.of(vote, Problem.UNAVAILABLE));
        } catch (RuntimeException e) {
            LOG.error("A vote of many failed: {}", e.getClass().getName());
            settled.add(Line.failed(vote));
        }
    }

    private static @Nullable Line next(BlockingQueue<Line> settled, long nanos) {
        try {
            return settled.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void write(List<Line> lines, HttpServletResponse response) throws IOException {
        var out = response.getOutputStream();
        for (Line line : lines) {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        }
        out.flush();
    }
}
