package se.lyhord.testkit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Persons who do not exist: numbers of the series that the Swedish Tax Agency gives out for tests
 * (Skatteverket, testpersonnummer: birth number 238 for women, 239 for men).
 */
public final class TestIdentities {

    /** A woman born 1990-01-01. */
    public static final String ANNA = personnummer(LocalDate.of(1990, 1, 1), 238);

    /** A man born 1985-03-12. */
    public static final String BERTIL = personnummer(LocalDate.of(1985, 3, 12), 239);

    /** A woman born 1972-06-24. */
    public static final String CECILIA = personnummer(LocalDate.of(1972, 6, 24), 238);

    /** A person with a samordningsnummer (60 is added to the day), born 1995-05-05. */
    public static final String DAVID_COORDINATION = withCheckDigit("19950565239");

    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);

    private TestIdentities() {}

    /**
     * The n:th of many adults, all different from each other.
     *
     * @param number 0 to 9 999
     * @return 12 digits
     */
    public static String adult(int number) {
        if (number < 0 || number > 9_999) {
            throw new IllegalArgumentException("There are 10 000 test adults.");
        }
        return personnummer(FIRST.plusDays(number), number % 2 == 0 ? 238 : 239);
    }

    /**
     * A child born on the given day.
     *
     * @return 12 digits
     */
    public static String bornOn(LocalDate day) {
        return personnummer(day, 238);
    }

    private static String personnummer(LocalDate born, int birthNumber) {
        return withCheckDigit(born.format(DateTimeFormatter.BASIC_ISO_DATE) + birthNumber);
    }

    /** Luhn over the ten digits without the century. */
    private static String withCheckDigit(String elevenDigits) {
        int sum = 0;
        for (int i = 2; i < elevenDigits.length(); i++) {
            int product = Character.digit(elevenDigits.charAt(i), 10) * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return elevenDigits + (10 - sum % 10) % 10;
    }
}
