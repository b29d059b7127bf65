package se.lyhord.petition.settled;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the municipality has settled for itself, version by version.
 *
 * @param name without the word kommun
 * @param reviewDays days within which a petition is promised to be reviewed
 * @param replyDays days after the vote within which an answer is promised
 * @param blockMonths months after an answer within which the same may not be proposed again; null
 *     or 0 for none
 * @param authorities who decides what the municipality does not; null in versions from before there
 *     were any
 * @param banner what every page says at its top, or null
 */
record Municipality(
        int version,
        String name,
        int reviewDays,
        int replyDays,
        @Nullable Integer blockMonths,
        List<Reason> reasons,
        List<Committee> committees,
        @Nullable List<Authority> authorities,
        @Nullable Words banner) {

    /** The same in both languages. */
    record Words(String swedish, String english) {}

    /** Why a petition may be rejected. */
    record Reason(String code, Words words, boolean offered) {}

    /** Another authority, and where it tells how to turn to it. */
    record Authority(String code, Words name, String address, boolean offered) {}

    /** Who decides. */
    record Committee(String code, Words name) {}
}
