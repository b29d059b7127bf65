package se.lyhord.petition.follow;

import java.util.regex.Pattern;

/**
 * One address that a mail can be sent to: ASCII, without display name, comment, quotes or list, so
 * that nothing but an address can get into a header (RFC 5321, dot-atom). It never shows itself.
 */
record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile("(?<local>%1$s(?:\\.%1$s)*)@%2$s(?:\\.%2$s)+".formatted(ATOM, LABEL));

    /**
     * Checks its form; only a mail tells whether anybody reads it.
     *
     * @throws IllegalArgumentException when it has another form
     */
    EmailAddress {
        var form = FORM.matcher(value);
        if (value.length() > LONGEST
                || !form.matches()
                || form.group("local").length() > LONGEST_LOCAL_PART) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    @Override
    public String toString() {
        return "EmailAddress[redacted]";
    }
}
