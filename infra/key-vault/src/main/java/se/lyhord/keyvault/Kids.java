package se.lyhord.keyvault;

/** Names of keys: they become file names and lines of signed text. */
final class Kids {

    private Kids() {}

    static boolean isValid(String kid) {
        return kid.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    }

    static void check(String kid) {
        if (!isValid(kid)) {
            throw new IllegalArgumentException("Not a name for a key");
        }
    }
}
