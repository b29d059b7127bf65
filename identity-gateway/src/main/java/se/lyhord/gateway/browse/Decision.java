package se.lyhord.gateway.browse;

/**
 * What the municipality decided. Yes is green, no is neutral: never red for a political outcome.
 */
public enum Decision {
    ACCEPTED("success", "check-bold"),
    PARTLY_ACCEPTED("success", "check-bold"),
    DECLINED("neutral", "x-bold"),
    ANSWERED("neutral", "file-text");

    private final String color;
    private final String icon;

    Decision(String color, String icon) {
        this.color = color;
        this.icon = icon;
    }

    /** Colour of its tag. */
    public String color() {
        return color;
    }

    /** Icon of its tag. */
    public String icon() {
        return icon;
    }
}
