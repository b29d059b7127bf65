package se.lyhord.exchange;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event that has arrived and is not applied yet: it waits for its predecessor, or is parked.
 *
 * @param number its place among those of its topic and petition; 0 or less if its headers tell none
 * @param type the CloudEvents type; null if its headers tell none
 * @param body the content as it came
 * @param problem why it is parked; null if it only waits
 * @param since when it arrived
 */
record KeptEvent(
        long number, @Nullable String type, byte[] body, @Nullable String problem, Instant since) {

    boolean numbered() {
        return number > 0;
    }

    boolean parked() {
        return problem != null;
    }

    boolean saysTheSameAs(KeptEvent other) {
        return Objects.equals(type, other.type) && Arrays.equals(body, other.body);
    }

    KeptEvent withProblem(@Nullable String newProblem) {
        return new KeptEvent(number, type, body, newProblem, since);
    }

    KeptEvent withNumber(long newNumber) {
        return new KeptEvent(newNumber, type, body, problem, since);
    }

    @Override
    public String toString() {
        return "KeptEvent[number=" + number + ", type=" + type + ", problem=" + problem + "]";
    }
}
