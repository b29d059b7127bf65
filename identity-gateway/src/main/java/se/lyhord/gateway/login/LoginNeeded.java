package se.lyhord.gateway.login;

/** A page that only a citizen who has logged in may see. */
final class LoginNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final boolean form;

    LoginNeeded(String path, boolean form) {
        super("login needed", null, false, false);
        this.path = path;
        this.form = form;
    }

    /** Where to come back to. */
    String path() {
        return path;
    }

    /** Whether something was sent, which is lost. */
    boolean form() {
        return form;
    }
}
