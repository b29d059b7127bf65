package se.lyhord.gateway.ballot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking the voting service; each question has its own possible answers. */
final class VoteAnswer {

    private VoteAnswer() {}

    /** Answers to casting a vote. */
    sealed interface ToCast permits Counted, AlreadyCounted, TrackerTaken, ToAny {}

    /** Answers to asking for one's own vote. */
    sealed interface ToFind permits Counted, NoVote, ToAny {}

    /** Answers to taking a vote back. */
    sealed interface ToWithdraw permits Withdrawn, NoVote, ToAny {}

    /** Answers that any question may get. */
    sealed interface ToAny extends ToCast, ToFind, ToWithdraw
            permits Closed, NotOpen, Suspended, Busy, Unknown {}

    /** The vote stands in the ballot box, under this tracker. */
    record Counted(Tracker tracker) implements ToCast, ToFind {}

    /** This person's vote was there already, under another tracker. */
    record AlreadyCounted() implements ToCast {}

    /** The tracker belongs to another vote; a new one has to be drawn. */
    record TrackerTaken() implements ToCast {}

    /** The vote is taken back. */
    record Withdrawn() implements ToWithdraw {}

    /** There is no vote of this person, or not the one named. */
    record NoVote() implements ToFind, ToWithdraw {}

    /** Voting is over. */
    record Closed(@Nullable Instant closedAt) implements ToAny {}

    /** There is no ballot box yet. */
    record NotOpen() implements ToAny {}

    /** The petition is taken down; nothing was done. */
    record Suspended() implements ToAny {}

    /** Nothing was done; the same may be asked again in a while. */
    record Busy() implements ToAny {}

    /** It may have been done. Asking the same again is safe, and tells. */
    record Unknown() implements ToAny {}
}
