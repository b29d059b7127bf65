package se.lyhord.moderation.dashboard;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the login page has to say besides "log in". */
enum LoginNotice {
    /** The login service does not answer. */
    AWAY("danger", "borta"),
    /** The login was begun and did not come to an end. */
    FAILED("warning", "fel"),
    /** The session ran out while a form was open. */
    ENDED("info", "slut"),
    /** The person has logged out. */
    LOGGED_OUT("success", "utloggad"),
    /** The person has logged out here, but the login service did not hear of it. */
    LOGGED_OUT_HERE("warning", "utloggad-har");

    private final String color;
    private final String why;

    LoginNotice(String color, String why) {
        this.color = color;
        this.why = why;
    }

    /** How serious it looks. */
    public String color() {
        return color;
    }

    /** The login page with this notice. */
    String address() {
        return "/logga-in?varfor=" + why;
    }

    /** The notice named in the address, or null for none and for unknown names. */
    static @Nullable LoginNotice of(@Nullable String why) {
        return Arrays.stream(values())
                .filter(notice -> notice.why.equals(why))
                .findFirst()
                .orElse(null);
    }
}
