package se.lyhord.moderation.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds what by its form is a personnummer, a telephone number or an e-mail address. Names have no
 * form, so none are found: a list of names would miss many and mark streets and flowers.
 */
public final class PersonalDataFinder {

    private static final Pattern IDENTITY_NUMBER =
            Pattern.compile(
                    "(?<!\\d)(?:(?:18|19|20)\\d{2}|\\d{2})[01]\\d[0-9]\\d ?[-+]? ?\\d{4}(?!\\d)");
    private static final Pattern PHONE =
            Pattern.compile(
                    "(?<![\\d/])(?:\\+46|0046|0)[ -]?\\(?\\d(?:[ ()-]{0,2}\\d){5,10}(?!\\d)");
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63})+");
    private static final int COORDINATION_DAYS = 60;

    private PersonalDataFinder() {}

    /** The places that look like personal data, in the order of the text, none over another. */
    public static List<PersonalDataHint> find(String text) {
        var found = new ArrayList<PersonalDataHint>();
        EMAIL.matcher(text).results().forEach(hit -> add(found, hit, RedactionKind.EMAIL));
        IDENTITY_NUMBER
                .matcher(text)
                .results()
                .filter(hit -> isIdentityNumber(hit.group()))
                .forEach(hit -> add(found, hit, RedactionKind.PERSONAL_IDENTITY_NUMBER));
        PHONE.matcher(text).results().forEach(hit -> add(found, hit, RedactionKind.PHONE));
        found.sort(Comparator.comparingInt(PersonalDataHint::start));
        return List.copyOf(found);
    }

    private static void add(List<PersonalDataHint> found, MatchResult hit, RedactionKind kind) {
        if (found.stream().noneMatch(one -> one.start() < hit.end() && hit.start() < one.end())) {
            found.add(new PersonalDataHint(hit.start(), hit.end(), kind));
        }
    }

    /**
     * Begins with a day; and, unless a sign stands before the last four, ends with the right check
     * digit, since ten digits alone may be a telephone number.
     */
    private static boolean isIdentityNumber(String hit) {
        var digits = hit.replaceAll("\\D", "");
        var ten = digits.substring(digits.length() - 10);
        return beginsWithDay(ten) && (hit.matches(".*[-+].*") || hasCheckDigit(ten));
    }

    private static boolean beginsWithDay(String ten) {
        var day = Integer.parseInt(ten.substring(4, 6));
        try {
            LocalDate.of(
                    2000 + Integer.parseInt(ten.substring(0, 2)),
                    Integer.parseInt(ten.substring(2, 4)),
                    day > COORDINATION_DAYS ? day - COORDINATION_DAYS : day);
            return true;
        } catch (DateTimeException noDay) {
            return ten.startsWith("0229", 2) || ten.startsWith("0289", 2);
        }
    }

    /** By the method of Luhn (ISO/IEC 7812-1, annex B). */
    private static boolean hasCheckDigit(String ten) {
        var sum = 0;
        for (var i = 0; i < ten.length(); i++) {
            var product = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
