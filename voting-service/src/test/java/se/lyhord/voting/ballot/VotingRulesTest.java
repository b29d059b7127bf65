package se.lyhord.voting.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.lyhord.voting.ballot.VoteCommand.CastVote;
import se.lyhord.voting.ballot.VoteCommand.WithdrawVote;
import se.lyhord.voting.ballot.VoteDecision.Append;
import se.lyhord.voting.ballot.VoteDecision.DoneBefore;
import se.lyhord.voting.ballot.VoteDecision.Refused;
import se.lyhord.voting.ballot.VoteEvent.VoteCast;
import se.lyhord.voting.ballot.VoteEvent.VoteWithdrawn;

class VotingRulesTest {

    private static final Instant CLOSES = Instant.parse("2026-11-23T22:59:00Z");
    private static final BoxTerms OPEN = at(BoxState.OPEN, CLOSES.minusMillis(1));
    private static final Tracker T1 = Tracker.parse("00000000000000000000000000000001");
    private static final Tracker T2 = Tracker.parse("00000000000000000000000000000002");
    private static final VoterState VOTED = VoterState.EMPTY.after(new VoteCast(1, T1));
    private static final VoterState WITHDRAWN = VOTED.after(new VoteWithdrawn(2, T1));

    @Test
    void aFirstVoteIsCast() {
        assertThat(decide(OPEN, VoterState.EMPTY, new CastVote(T1)))
                .isEqualTo(new Append(new VoteCast(1, T1)));
    }

    @Test
    void aRetryIsKnownByItsTracker() {
        assertThat(decide(OPEN, VOTED, new CastVote(T1))).isEqualTo(new DoneBefore());
        assertThat(decide(at(BoxState.FENCED, CLOSES), VOTED, new CastVote(T1)))
                .isEqualTo(new DoneBefore());
        assertThat(decide(OPEN, WITHDRAWN, new WithdrawVote(T1))).isEqualTo(new DoneBefore());
    }

    @Test
    void aSecondVoteIsRefused() {
        assertThat(decide(OPEN, VOTED, new CastVote(T2)))
                .isEqualTo(new Refused(VoteRefusal.ALREADY_COUNTED));
    }

    @Test
    void aTrackerIsUsedOnce() {
        assertThat(VotingRules.decide(OPEN, VoterState.EMPTY, new CastVote(T1), true))
                .isEqualTo(new Refused(VoteRefusal.TRACKER_TAKEN));
        assertThat(decide(OPEN, WITHDRAWN, new CastVote(T1)))
                .isEqualTo(new Refused(VoteRefusal.TRACKER_TAKEN));
    }

    @Test
    void aWithdrawnVoterMayVoteAgainAndALateWithdrawalTakesNoNewerVote() {
        assertThat(decide(OPEN, WITHDRAWN, new CastVote(T2)))
                .isEqualTo(new Append(new VoteCast(3, T2)));
        var again = WITHDRAWN.after(new VoteCast(3, T2));
        assertThat(decide(OPEN, again, new WithdrawVote(T1))).isEqualTo(new DoneBefore());
        assertThat(decide(OPEN, again, new WithdrawVote(T2)))
                .isEqualTo(new Append(new VoteWithdrawn(4, T2)));
    }

    @Test
    void nobodyWithdrawsWhatIsNotTheirs() {
        assertThat(decide(OPEN, VoterState.EMPTY, new WithdrawVote(T1)))
                .isEqualTo(new Refused(VoteRefusal.NOT_YOUR_VOTE));
        assertThat(decide(OPEN, VOTED, new WithdrawVote(T2)))
                .isEqualTo(new Refused(VoteRefusal.NOT_YOUR_VOTE));
    }

    @Test
    void theClockEndsVotingToTheMillisecond() {
        assertThat(decide(at(BoxState.OPEN, CLOSES), VoterState.EMPTY, new CastVote(T1)))
                .isEqualTo(new Refused(VoteRefusal.CLOSED));
        assertThat(decide(at(BoxState.OPEN, CLOSES), VOTED, new WithdrawVote(T1)))
                .isEqualTo(new Refused(VoteRefusal.CLOSED));
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnOpenBoxTakesVotes(BoxState state) {
        var terms = at(state, CLOSES.minus(Duration.ofDays(1)));
        boolean open = state == BoxState.OPEN;
        assertThat(decide(terms, VoterState.EMPTY, new CastVote(T1)) instanceof Append)
                .isEqualTo(open);
        assertThat(decide(terms, VOTED, new WithdrawVote(T1)) instanceof Append).isEqualTo(open);
        if (state == BoxState.SUSPENDED) {
            assertThat(decide(terms, VOTED, new CastVote(T2)))
                    .isEqualTo(new Refused(VoteRefusal.SUSPENDED));
        }
    }

    @Test
    void aStreamAlternatesWhateverIsAsked() {
        var random = new Random(7);
        List<Tracker> trackers = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            trackers.add(Tracker.parse("%032x".formatted(number)));
        }
        for (int run = 0; run < 200; run++) {
            VoterState state = VoterState.EMPTY;
            for (int step = 0; step < 30; step++) {
                Tracker tracker = trackers.get(random.nextInt(trackers.size()));
                VoteCommand command =
                        random.nextBoolean() ? new CastVote(tracker) : new WithdrawVote(tracker);
                if (decide(OPEN, state, command) instanceof Append(VoteEvent event)) {
                    assertThat(event.sequence()).isEqualTo(state.events() + 1);
                    assertThat(event instanceof VoteCast).isEqualTo(state.events() % 2 == 0);
                    state = state.after(event);
                }
            }
        }
    }

    @Test
    void nothingThatNamesAVoterIsPrinted() {
        String printed =
                new VoterHash(new byte[32])
                        + " "
                        + new VoterPseudonym(new byte[32])
                        + " "
                        + new CastVote(T1)
                        + VOTED;
        assertThat(printed).doesNotContain("0000").doesNotContain("AAAA").doesNotContain("[0");
    }

    @Test
    void aTrackerIsWrittenInOneWay() {
        assertThat(T1.written()).isEqualTo("00000000000000000000000000000001");
        assertThat(Tracker.of(T1.bytes())).isEqualTo(T1);
        assertThat(T1).isLessThan(Tracker.parse("f0000000000000000000000000000000"));
        for (String wrong : List.of("", "0", "ABCDEF00000000000000000000000000", "g".repeat(32))) {
            assertThat(Tracker.isWritten(wrong)).as(wrong).isFalse();
        }
    }

    /** Digests made with {@code sha256sum}. */
    @Test
    void aListIsDigestedAsAnyoneWould() {
        assertThat(new TrackerDigest().digest())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        var digest = new TrackerDigest();
        digest.add(T1);
        digest.add(T2);
        assertThat(digest.count()).isEqualTo(2);
        assertThat(digest.digest())
                .isEqualTo("d293186969772f624bcf3cfab138c955ddc0c46b241ee5a48567992032612602");
    }

    private static VoteDecision decide(BoxTerms terms, VoterState voter, VoteCommand command) {
        return VotingRules.decide(terms, voter, command, false);
    }

    private static BoxTerms at(BoxState state, Instant now) {
        return new BoxTerms(state, CLOSES, now);
    }
}
