package se.lyhord.gateway.browse;

/** What can happen to a petition, with the icon and tone of its line in the timeline. */
public enum HappeningKind {
    SUBMITTED("pencil-simple-line", ""),
    RETURNED("arrow-u-up-left", ""),
    COMPLETED("note-pencil", ""),
    REDACTED("eye-slash", ""),
    APPROVED("check", ""),
    REJECTED("prohibit", ""),
    WITHDRAWN("arrow-u-up-left", ""),
    OPENED("hand-palm", ""),
    EXTENDED("calendar-blank", ""),
    TAKEN_DOWN("eye-slash", ""),
    RESTORED("check", ""),
    /** Told by tally-projector, not by petition-service. */
    THRESHOLD_REACHED("flag", ""),
    KEY_LOST("key", "ljung"),
    CLOSED("lock", ""),
    TALLIED("calculator", ""),
    KEYS_DESTROYED("fire", "ljung"),
    CERTIFIED("seal-check", "ljung"),
    HANDED_OVER("files", ""),
    OUTCOME("files", "");

    private final String icon;
    private final String tone;

    HappeningKind(String icon, String tone) {
        this.icon = icon;
        this.tone = tone;
    }

    String icon() {
        return icon;
    }

    String tone() {
        return tone;
    }
}
