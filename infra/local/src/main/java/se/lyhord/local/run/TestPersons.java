package se.lyhord.local.run;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Persons who do not exist: numbers of the series that the Swedish Tax Agency gives out for tests
 * (birth number 238 for women, 239 for men; in a samordningsnummer 60 is added to the day).
 */
public final class TestPersons {

    private static final LocalDate FIRST = LocalDate.of(1890, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2005, 12, 31);
    private static final int A_DAY = 4;
    private static final int FROM_CENTURY = 2;

    /** How many there are, all old enough to vote. */
    public static final int NUMBER = A_DAY * (int) ChronoUnit.DAYS.between(FIRST, LAST);

    private TestPersons() {}

    /** The kind and the 12 digits of the n:th person, as the citizen's session holds them. */
    public static String kindAndDigits(int number) {
        LocalDate born = FIRST.plusDays(number / A_DAY);
        int birthNumber = number % 2 == 0 ? 238 : 239;
        boolean coordination = number % A_DAY >= 2;
        String day =
                coordination
                        ? born.format(DateTimeFormatter.ofPattern("yyyyMM"))
                                + (born.getDayOfMonth() + 60)
                        : born.format(DateTimeFormatter.BASIC_ISO_DATE);
        return (coordination ? "SAMORDNINGSNUMMER " : "PERSONNUMMER ")
                + withCheckDigit(day + birthNumber);
    }

    /** Luhn over the ten digits without the century. */
    private static String withCheckDigit(String elevenDigits) {
        int sum = 0;
        for (int i = FROM_CENTURY; i < elevenDigits.length(); i++) {
            int product = Character.digit(elevenDigits.charAt(i), 10) * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return elevenDigits + (10 - sum % 10) % 10;
    }
}
