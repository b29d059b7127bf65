package se.lyhord.moderation.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;
import se.lyhord.moderation.config.Typed;
import se.lyhord.moderation.municipality.Municipality;
import se.lyhord.moderation.municipality.Municipality.Authority;
import se.lyhord.moderation.municipality.Municipality.Committee;
import se.lyhord.moderation.municipality.Municipality.Reason;
import se.lyhord.moderation.municipality.Municipality.Words;

/**
 * The settings as typed.
 *
 * @param reasons one row for every reason there is
 * @param authorities rows whose code is left empty are no authority; one that was saved stays
 * @param committees rows whose code is left empty are no committee
 */
record SettingsForm(
        @Nullable String name,
        @Nullable String reviewDays,
        @Nullable String replyDays,
        @Nullable String blockMonths,
        @Nullable List<ReasonRow> reasons,
        @Nullable List<CommitteeRow> committees,
        @Nullable List<AuthorityRow> authorities,
        @Nullable String bannerSwedish,
        @Nullable String bannerEnglish) {

    /** One reason as typed. */
    record ReasonRow(
            @Nullable String code,
            @Nullable String swedish,
            @Nullable String english,
            @Nullable Boolean offered) {

        /** A box that is not ticked is not sent. */
        boolean isOffered() {
            return Boolean.TRUE.equals(offered);
        }
    }

    /** One committee as typed. */
    record CommitteeRow(@Nullable String code, @Nullable String swedish, @Nullable String english) {

        boolean isEmpty() {
            return Stream.of(code, swedish, english).allMatch(SettingsForm::isBlank);
        }
    }

    /** One authority as typed. */
    record AuthorityRow(
            @Nullable String code,
            @Nullable String swedish,
            @Nullable String english,
            @Nullable String address,
            @Nullable Boolean offered) {

        boolean isEmpty() {
            return Stream.of(code, swedish, english, address).allMatch(SettingsForm::isBlank);
        }

        /** A box that is not ticked is not sent. */
        boolean isOffered() {
            return Boolean.TRUE.equals(offered);
        }
    }

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_BANNER = 300;
    private static final int MOST_REVIEW_DAYS = 60;
    private static final int MOST_REPLY_DAYS = 730;
    private static final int MOST_BLOCK_MONTHS = 120;
    private static final int MOST_COMMITTEES = 30;
    private static final int MOST_AUTHORITIES = 50;
    private static final int LONGEST_ADDRESS = 300;
    private static final int EMPTY_ROWS = 2;
    private static final Pattern CODE = Pattern.compile("[A-ZÅÄÖ]{2,8}");
    private static final Pattern AUTHORITY_CODE = Pattern.compile("[A-ZÅÄÖ]{2,16}");

    /** The form as it would have been typed for these settings, with room for more committees. */
    static SettingsForm of(Municipality settled) {
        var committees =
                Stream.concat(
                                settled.committees().stream()
                                        .map(
                                                one ->
                                                        new CommitteeRow(
                                                                one.code(),
                                                                one.name().swedish(),
                                                                one.name().english())),
                                Stream.generate(() -> new CommitteeRow(null, null, null))
                                        .limit(EMPTY_ROWS))
                        .toList();
        return new SettingsForm(
                settled.name(),
                Integer.toString(settled.reviewDays()),
                Integer.toString(settled.replyDays()),
                Integer.toString(Objects.requireNonNullElse(settled.blockMonths(), 0)),
                settled.reasons().stream()
                        .map(
                                one ->
                                        new ReasonRow(
                                                one.code(),
                                                one.words().swedish(),
                                                one.words().english(),
                                                one.offered()))
                        .toList(),
                committees,
                Stream.concat(
                                settled.authorities().stream()
                                        .map(
                                                one ->
                                                        new AuthorityRow(
                                                                one.code(),
                                                                one.name().swedish(),
                                                                one.name().english(),
                                                                one.address(),
                                                                one.offered())),
                                Stream.of(new AuthorityRow(null, null, null, null, true)))
                        .toList(),
                settled.banner() == null ? null : settled.banner().swedish(),
                settled.banner() == null ? null : settled.banner().english());
    }

    /** What must be mended before the form is settings. */
    List<FieldError> errors(Municipality before, Problems problems, Locale locale) {
        var errors = new Errors(problems, locale, new ArrayList<>());
        errors.unless(isText(name, LONGEST_NAME), "name", "name");
        errors.unless(isDays(reviewDays, MOST_REVIEW_DAYS), "reviewDays", "reviewDays");
        errors.unless(isDays(replyDays, MOST_REPLY_DAYS), "replyDays", "replyDays");
        errors.unless(
                typed(blockMonths).equals("0") || isDays(blockMonths, MOST_BLOCK_MONTHS),
                "blockMonths",
                "blockMonths");
        var rows = reasons == null ? List.<ReasonRow>of() : reasons;
        errors.unless(
                rows.stream()
                        .map(ReasonRow::code)
                        .toList()
                        .equals(before.reasons().stream().map(Reason::code).toList()),
                "reasons",
                "reasons");
        errors.unless(rows.stream().anyMatch(ReasonRow::isOffered), "reasons", "noReason");
        for (var i = 0; i < rows.size(); i++) {
            errors.unless(
                    isText(rows.get(i).swedish(), LONGEST_WORDS),
                    "reasons[" + i + "].swedish",
                    "words");
            errors.unless(
                    isText(rows.get(i).english(), LONGEST_WORDS),
                    "reasons[" + i + "].english",
                    "words");
        }
        addCommitteeErrors(errors);
        addAuthorityErrors(before, errors);
        errors.unless(isBlank(bannerSwedish) == isBlank(bannerEnglish), "bannerSwedish", "banner");
        errors.unless(
                isBlank(bannerSwedish) || isText(bannerSwedish, LONGEST_BANNER),
                "bannerSwedish",
                "bannerLength");
        errors.unless(
                isBlank(bannerEnglish) || isText(bannerEnglish, LONGEST_BANNER),
                "bannerEnglish",
                "bannerLength");
        return errors.found();
    }

    private void addCommitteeErrors(Errors errors) {
        var rows = committees == null ? List.<CommitteeRow>of() : committees;
        var codes = new HashSet<String>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (!row.isEmpty()) {
                var field = "committees[" + i + "].";
                var code = typed(row.code());
                errors.unless(CODE.matcher(code).matches(), field + "code", "code");
                errors.unless(codes.add(code), field + "code", "codeTwice");
                errors.unless(isText(row.swedish(), LONGEST_WORDS), field + "swedish", "words");
                errors.unless(isText(row.english(), LONGEST_WORDS), field + "english", "words");
            }
        }
        errors.unless(!codes.isEmpty() && codes.size() <= MOST_COMMITTEES, "committees", "none");
    }

    /** What is named by petitions of the past stays, so that their pages can name it. */
    private void addAuthorityErrors(Municipality before, Errors errors) {
        var rows = authorities == null ? List.<AuthorityRow>of() : authorities;
        var codes = new HashSet<String>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (!row.isEmpty()) {
                var field = "authorities[" + i + "].";
                var code = typed(row.code());
                errors.unless(
                        AUTHORITY_CODE.matcher(code).matches(), field + "code", "authorityCode");
                errors.unless(codes.add(code), field + "code", "codeTwice");
                errors.unless(isText(row.swedish(), LONGEST_WORDS), field + "swedish", "words");
                errors.unless(isText(row.english(), LONGEST_WORDS), field + "english", "words");
                errors.unless(isAddress(row.address()), field + "address", "address");
            }
        }
        errors.unless(
                codes.containsAll(before.authorities().stream().map(Authority::code).toList())
                        && codes.size() <= MOST_AUTHORITIES,
                "authorities",
                "authorities");
    }

    /** The settings; only for a form without errors. */
    Municipality toSettings(int version) {
        return new Municipality(
                version,
                typed(name),
                Integer.parseInt(typed(reviewDays)),
                Integer.parseInt(typed(replyDays)),
                Integer.valueOf(typed(blockMonths)),
                reasons == null
                        ? List.of()
                        : reasons.stream()
                                .map(
                                        row ->
                                                new Reason(
                                                        typed(row.code()),
                                                        words(row.swedish(), row.english()),
                                                        row.isOffered()))
                                .toList(),
                committees == null
                        ? List.of()
                        : committees.stream()
                                .filter(row -> !row.isEmpty())
                                .map(
                                        row ->
                                                new Committee(
                                                        typed(row.code()),
                                                        words(row.swedish(), row.english())))
                                .toList(),
                authorities == null
                        ? List.of()
                        : authorities.stream()
                                .filter(row -> !row.isEmpty())
                                .map(
                                        row ->
                                                new Authority(
                                                        typed(row.code()),
                                                        words(row.swedish(), row.english()),
                                                        typed(row.address()),
                                                        row.isOffered()))
                                .toList(),
                isBlank(bannerSwedish) ? null : words(bannerSwedish, bannerEnglish));
    }

    private record Errors(Problems problems, Locale locale, List<FieldError> found) {

        void unless(boolean right, String field, String code) {
            if (!right) {
                var worded = problems.field("settings", code, "invalid", locale);
                found.add(new FieldError(field, "invalid", worded.message()));
            }
        }
    }

    private static Words words(@Nullable String swedish, @Nullable String english) {
        return new Words(typed(swedish), typed(english));
    }

    private static String typed(@Nullable String field) {
        return Typed.text(field);
    }

    private static boolean isBlank(@Nullable String field) {
        return Typed.text(field).isEmpty();
    }

    private static boolean isText(@Nullable String field, int longest) {
        var text = typed(field);
        return !text.isEmpty()
                && text.length() <= longest
                && text.indexOf('\n') < 0
                && !Typed.isUnreadable(text);
    }

    private static boolean isAddress(@Nullable String field) {
        var address = typed(field);
        try {
            var parts = URI.create(address);
            return address.length() <= LONGEST_ADDRESS
                    && "https".equals(parts.getScheme())
                    && parts.getHost() != null
                    && parts.getUserInfo() == null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean isDays(@Nullable String field, int most) {
        var days = typed(field);
        return days.matches("[1-9]\\d{0,3}") && Integer.parseInt(days) <= most;
    }
}
