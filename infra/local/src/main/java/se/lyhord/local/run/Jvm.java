package se.lyhord.local.run;

import java.util.List;

/** How the services' virtual machines are set. */
public enum Jvm {
    /** Up in seconds and small, for one person trying things out. */
    QUICK_START(List.of("-Xmx224m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")),
    /** As a server that runs for long: the optimising compiler, and room for what load needs. */
    FULL_SPEED(List.of("-Xms384m", "-Xmx384m", "-XX:+UseSerialGC"));

    private final List<String> options;

    Jvm(List<String> options) {
        this.options = options;
    }

    List<String> options() {
        return options;
    }
}
