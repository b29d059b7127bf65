package se.lyhord.moderation.municipality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the municipality has settled for itself.
 *
 * @param version counts up with every change; 0 while nobody has settled anything
 * @param name without the word kommun
 * @param reviewDays days within which a petition is promised to be reviewed
 * @param replyDays days after the vote within which an answer is promised
 * @param blockMonths months after an answer within which the same may not be proposed again, null
 *     or 0 for none; looked at before a petition opens, so that a running one keeps its rules
 * @param reasons why petitions are rejected, in the order they are offered
 * @param committees who decides, in the order they are offered
 * @param authorities who decides what the municipality does not, in the order they are offered
 * @param banner what every citizen's page says at its top, or null
 */
public record Municipality(
        int version,
        String name,
        int reviewDays,
        int replyDays,
        @Nullable Integer blockMonths,
        List<Reason> reasons,
        List<Committee> committees,
        List<Authority> authorities,
        @Nullable Words banner) {

    /** Versions from before there were authorities have none. */
    @SuppressWarnings("ConstantValue")
    public Municipality {
        authorities = authorities == null ? List.of() : authorities;
    }

    /** The same in both languages. */
    public record Words(String swedish, String english) {

        /** In the given language; Swedish unless it is English. */
        public String in(String language) {
            return language.equals("en") ? english : swedish;
        }
    }

    /**
     * Why a petition may be rejected.
     *
     * @param code name of a rejection reason
     * @param offered whether moderators may choose it from now on
     */
    public record Reason(String code, Words words, boolean offered) {}

    /** Who decides, by its customary abbreviation. */
    public record Committee(String code, Words name) {}

    /**
     * Another authority, for petitions that the municipality has no say in.
     *
     * @param address where it tells how to turn to it, starting with {@code https://}
     * @param offered whether moderators may choose it from now on
     */
    public record Authority(String code, Words name, String address, boolean offered) {}

    /** The first day on which what was answered on the given day may be proposed again. */
    public LocalDate openAgain(LocalDate answeredOn) {
        return answeredOn.plusMonths(blocked());
    }

    /** What was answered on this day or before may be proposed again. */
    public LocalDate blockedSince(LocalDate today) {
        return today.minusMonths(blocked());
    }

    private int blocked() {
        return blockMonths == null ? 0 : blockMonths;
    }

    /** The authority with this code, or empty when there is none. */
    public Optional<Authority> authority(String code) {
        return authorities.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The committee with this code, or empty when there is none (any more). */
    public Optional<Committee> committee(String code) {
        return committees.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The reason with this code, or empty when there is none. */
    public Optional<Reason> reason(String code) {
        return reasons.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The same content under another version. */
    public Municipality as(int otherVersion) {
        return new Municipality(
                otherVersion,
                name,
                reviewDays,
                replyDays,
                blockMonths,
                reasons,
                committees,
                authorities,
                banner);
    }
}
