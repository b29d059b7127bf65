package se.lyhord.tally.show;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lyhord.tally.tally.ShownCount;
import se.lyhord.tally.tally.Tally;

/**
 * A tally as the public sees it.
 *
 * @param petitionId the petition
 * @param state how far it is
 * @param count the number of votes, unless it is too small to tell
 * @param fewerThan instead of the count, while it is too small to tell
 * @param day of the certificate, in Sweden
 * @param digest SHA-256 of the tracker list, once final
 * @param thresholdReachedOn the day it was published that enough had voted
 */
record TallyView(
        UUID petitionId,
        State state,
        @Nullable Long count,
        @Nullable Long fewerThan,
        @Nullable LocalDate day,
        @Nullable String digest,
        @Nullable LocalDate thresholdReachedOn) {

    enum State {
        COUNTING,
        FINAL,
        CERTIFIED
    }

    static TallyView of(Tally tally, long minimum, @Nullable LocalDate thresholdReachedOn) {
        Long count = null;
        Long fewerThan = null;
        switch (tally.shown(minimum)) {
            case ShownCount.Exactly exactly -> count = exactly.count();
            case ShownCount.FewerThan fewer -> fewerThan = fewer.limit();
        }
        UUID petition = tally.petition();
        return switch (tally) {
            case Tally.Counting counting ->
                    new TallyView(
                            petition,
                            State.COUNTING,
                            count,
                            fewerThan,
                            null,
                            null,
                            thresholdReachedOn);
            case Tally.Final(var result) ->
                    new TallyView(
                            petition,
                            State.FINAL,
                            count,
                            fewerThan,
                            null,
                            result.digest(),
                            thresholdReachedOn);
            case Tally.Certified(var result, var day) ->
                    new TallyView(
                            petition,
                            State.CERTIFIED,
                            count,
                            fewerThan,
                            day,
                            result.digest(),
                            thresholdReachedOn);
        };
    }
}
