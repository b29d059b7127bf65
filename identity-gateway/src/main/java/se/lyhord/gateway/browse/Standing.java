package se.lyhord.gateway.browse;

/** Where a petition stands, as readers ask: a closed one either waits for an answer or does not. */
public enum Standing {
    OPEN("accent", "hand-palm-bold"),
    COUNTING("neutral", "calculator"),
    AWAITING_ANSWER("rag", "hourglass-medium-bold"),
    BELOW_THRESHOLD("neutral", "lock"),
    ANSWERED("neutral", "file-text"),
    REJECTED("neutral", "prohibit-bold");

    private final String color;
    private final String icon;

    Standing(String color, String icon) {
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
