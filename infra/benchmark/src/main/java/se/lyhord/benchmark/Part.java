package se.lyhord.benchmark;

/** What is measured. */
enum Part {
    /** The database by itself. */
    REFERENCE("reference"),
    /** Votes straight at the voting service. */
    DIRECT("direct"),
    /** Votes of citizens who have logged in, through the gateway. */
    GATEWAY("gateway"),
    /** The whole path, login included. */
    FULL_PATH("fullPath");

    private final String written;

    Part(String written) {
        this.written = written;
    }

    /** As options and reports call it. */
    @Override
    public String toString() {
        return written;
    }
}
