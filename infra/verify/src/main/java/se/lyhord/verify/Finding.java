package se.lyhord.verify;

import java.util.List;

/**
 * What one check has found.
 *
 * @param check which
 * @param holds whether it is as it should be
 * @param details what to fill into the words for it, such as a number of lines
 */
record Finding(Check check, boolean holds, List<Object> details) {

    /** The checks, in the order in which they are told. */
    enum Check {
        /** The list holds one tracker a line, sorted, none twice. */
        LIST,
        /** The list is as long as the certificate says. */
        COUNT,
        /** The list's SHA-256 is the certificate's. */
        DIGEST,
        /** Every published key but the first is signed by an earlier one. */
        KEYS,
        /** The certificate is signed with one of them. */
        SIGNATURE
    }

    static Finding holds(Check check, Object... details) {
        return new Finding(check, true, List.of(details));
    }

    static Finding fails(Check check, Object... details) {
        return new Finding(check, false, List.of(details));
    }
}
