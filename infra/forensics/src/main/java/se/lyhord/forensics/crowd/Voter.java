package se.lyhord.forensics.crowd;

/**
 * Somebody whose vote was acknowledged.
 *
 * @param name for the report; tells nothing of the number
 * @param digits personnummer or samordningsnummer, of the Tax Agency's test series
 * @param tracker of the vote, 32 hexadecimal digits
 * @param login when their browser got its session, in microseconds since 1970
 * @param byEid whether they logged in with the test e-ID, whose register knows them anyway
 */
public record Voter(String name, String digits, String tracker, long login, boolean byEid) {

    @Override
    public String toString() {
        return name;
    }
}
