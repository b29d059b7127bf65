package se.lyhord.gateway.login;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a citizen goes on after login: a petition's page, its voting page, or their own votes;
 * nowhere else.
 */
final class ReturnPath {

    static final String FRONT = "/";
    static final String PARAMETER = "till";
    private static final Pattern OURS =
            Pattern.compile("/forslag/[0-9a-fA-F-]{36}(/rosta|/ta-tillbaka)?|/mina-roster");

    private ReturnPath() {}

    /** The wished path if it is one of ours, the front page otherwise. */
    static String of(@Nullable String wished) {
        return wished != null && OURS.matcher(wished).matches() ? wished : FRONT;
    }
}
