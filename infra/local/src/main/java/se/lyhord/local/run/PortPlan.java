package se.lyhord.local.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.Ports;

/** Which part listens where on the loopback interface. */
public final class PortPlan {

    private static final Map<String, Integer> USUAL =
            Map.ofEntries(
                    Map.entry("identity-gateway", 8080),
                    Map.entry("moderation-service", 8090),
                    Map.entry("petition-service", 8101),
                    Map.entry("voting-service", 8102),
                    Map.entry("tally-projector", 8103),
                    Map.entry("petition-service/management", 9101),
                    Map.entry("voting-service/management", 9102),
                    Map.entry("tally-projector/management", 9103),
                    Map.entry("moderation-service/management", 9104),
                    Map.entry("identity-gateway/management", 9105),
                    Map.entry("keycloak", 8180),
                    Map.entry("keycloak/management", 9180),
                    Map.entry("mailbox", 8025),
                    Map.entry("mailbox/smtp", 3025),
                    Map.entry("postgres-main", 15432),
                    Map.entry("postgres-votes", 15433),
                    Map.entry("kafka", 19092),
                    Map.entry("kafka/controller", 19093));

    private static final Set<String> CHOSEN = Set.of("identity-gateway", "moderation-service");

    private static final int HIGHEST = 65_535;
    private static final int BETWEEN_INSTANCES = 10;

    private final Map<String, Integer> known = new LinkedHashMap<>();
    private final boolean random;

    private PortPlan(boolean random) {
        this.random = random;
    }

    /**
     * The ports that the documentation names, but for the two a person may choose.
     *
     * @throws LocalFailure if one of the two is no port, or another part's
     */
    public static PortPlan usual(int publicPort, int dashboardPort) {
        PortPlan plan = new PortPlan(false);
        plan.choose("identity-gateway", "--public-port", publicPort);
        plan.choose("moderation-service", "--dashboard-port", dashboardPort);
        return plan;
    }

    private void choose(String part, String option, int port) {
        if (port < 1 || port > HIGHEST) {
            throw new LocalFailure(
                    "%s %d is no port: choose one from 1 to %d.".formatted(option, port, HIGHEST));
        }
        boolean othersUsualPort =
                USUAL.entrySet().stream()
                        .anyMatch(
                                usual ->
                                        usual.getValue() == port
                                                && !CHOSEN.contains(usual.getKey()));
        if (othersUsualPort || known.containsValue(port)) {
            throw new LocalFailure(
                    "%s %d is the port of another part of Lyhörd: choose another one."
                            .formatted(option, port));
        }
        known.put(part, port);
    }

    /** Ports that are free now, for a system beside another one. */
    public static PortPlan random() {
        return new PortPlan(true);
    }

    /** Where an instance of a service takes requests. */
    public int of(Service service, int instance) {
        return of(service.module(), instance);
    }

    /** Where an instance of a service tells about itself. */
    public int management(Service service, int instance) {
        return of(service.module() + "/management", instance);
    }

    /** The port of a part that is there once. */
    int of(String part) {
        return of(part, 1);
    }

    /** Ports given out so far that somebody else listens on, in the order they were given out. */
    Set<Integer> taken() {
        Set<Integer> taken = new LinkedHashSet<>(known.values());
        taken.removeIf(Ports::isFree);
        return taken;
    }

    private synchronized int of(String part, int instance) {
        return known.computeIfAbsent(
                instance == 1 ? part : part + "#" + instance, name -> choose(part, instance));
    }

    private int choose(String part, int instance) {
        if (!random) {
            return Objects.requireNonNull(USUAL.get(part), part)
                    + BETWEEN_INSTANCES * (instance - 1);
        }
        int port = Ports.free();
        while (known.containsValue(port)) {
            port = Ports.free();
        }
        return port;
    }
}
