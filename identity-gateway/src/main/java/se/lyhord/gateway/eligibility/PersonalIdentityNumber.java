package se.lyhord.gateway.eligibility;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A personnummer or samordningsnummer of 12 digits: year, month and day, a birth number, and a
 * check digit (Swedish Tax Agency, SKV 704 and SKV 707). A samordningsnummer has 60 added to the
 * day. Never written out: {@code toString} redacts.
 */
public final class PersonalIdentityNumber {

    /** Which of the two a number is. */
    public enum Kind {
        /** Of everyone in the population register. */
        PERSONNUMMER,
        /** Of others who are known to Swedish authorities. */
        SAMORDNINGSNUMMER
    }

    private static final int LENGTH = 12;
    private static final int CENTURY = 2;
    private static final int COORDINATION_DAYS = 60;
    private static final int EARLIEST_YEAR = 1850;

    private final String digits;
    private final Kind kind;
    private final LocalDate born;

    private PersonalIdentityNumber(String digits, Kind kind, LocalDate born) {
        this.digits = digits;
        this.kind = kind;
        this.born = born;
    }

    /**
     * Reads a number.
     *
     * @param text 12 digits, nothing else
     * @param kind which of the two it must be
     * @param today nobody is born later
     * @return null if it is no such number; what was read is not told to anyone
     */
    public static @Nullable PersonalIdentityNumber parse(
            @Nullable String text, Kind kind, LocalDate today) {
        if (text == null || text.length() != LENGTH || !isDigits(text) || !luhn(text)) {
            return null;
        }
        int day = Integer.parseInt(text.substring(6, 8));
        if (kind == Kind.SAMORDNINGSNUMMER) {
            day -= COORDINATION_DAYS;
        }
        try {
            LocalDate born =
                    LocalDate.of(
                            Integer.parseInt(text.substring(0, 4)),
                            Integer.parseInt(text.substring(4, 6)),
                            day);
            return born.isAfter(today) || born.getYear() < EARLIEST_YEAR
                    ? null
                    : new PersonalIdentityNumber(text, kind, born);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The 12 digits, for the pseudonym and the sealed session alone. */
    public String digits() {
        return digits;
    }

    /** Which of the two it is. */
    public Kind kind() {
        return kind;
    }

    /** Age in whole years on a day. */
    public int ageOn(LocalDate day) {
        return Period.between(born, day).getYears();
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    /** Luhn's sum over the ten digits without the century. */
    private static boolean luhn(String text) {
        int sum = 0;
        for (int i = CENTURY; i < LENGTH; i++) {
            int product = (text.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonalIdentityNumber number && number.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "PersonalIdentityNumber[redacted]";
    }
}
