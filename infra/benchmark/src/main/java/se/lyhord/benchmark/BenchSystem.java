package se.lyhord.benchmark;

import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import se.lyhord.benchmark.measure.ServerCpu;
import se.lyhord.local.Conditions;
import se.lyhord.local.Folders;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.JsonHttp;
import se.lyhord.local.run.Jvm;
import se.lyhord.local.run.Layout;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.Pace;
import se.lyhord.local.run.Plan;
import se.lyhord.local.run.PortPlan;
import se.lyhord.local.run.PublicApi;
import se.lyhord.local.run.Service;
import se.lyhord.local.run.StaffApi;
import se.lyhord.local.run.Steps;
import tools.jackson.databind.JsonNode;

/** The whole system with no state, set as a server: durable commits, the optimising compiler. */
final class BenchSystem implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Counts often, so that the checks need not wait; everything else as it is delivered. */
    private static final Pace PACE = new Pace(Duration.ofSeconds(15), Duration.ofSeconds(5), 1, 1);

    private final LocalSystem system;
    private final StaffApi staff;
    private final PublicApi petitions;
    private final JsonHttp http = new JsonHttp();

    BenchSystem(Layout layout, int votingInstances) {
        Folders.delete(layout.state());
        Plan plan =
                new Plan(
                        layout,
                        PortPlan.random(),
                        Map.of(Service.VOTING, votingInstances),
                        PACE,
                        false,
                        Jvm.FULL_SPEED);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        this.system = new LocalSystem(plan, new Steps(out, false));
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
        system.start();
        this.staff = new StaffApi(system);
        this.petitions = new PublicApi(plan.url(Service.PETITION));
    }

    LocalSystem local() {
        return system;
    }

    InetSocketAddress gateway() {
        return address(Service.GATEWAY, 1);
    }

    List<InetSocketAddress> votingInstances() {
        List<InetSocketAddress> all = new ArrayList<>();
        for (int i = 1; i <= system.plan().instancesOf(Service.VOTING); i++) {
            all.add(address(Service.VOTING, i));
        }
        return all;
    }

    private InetSocketAddress address(Service service, int instance) {
        return new InetSocketAddress("127.0.0.1", system.plan().ports().of(service, instance));
    }

    /** Opens petitions for a limited time, ISO-8601; the rules are as before when it returns. */
    List<UUID> open(int number, String votingPeriod) {
        JsonNode usual = staff.rules();
        int threshold = usual.get("threshold").asInt();
        int minimumAge = usual.get("minimumAge").asInt();
        staff.setRules(votingPeriod, threshold, minimumAge);
        try {
            return open(number);
        } finally {
            staff.setRules(usual.get("votingPeriod").asString(), threshold, minimumAge);
        }
    }

    /** Opens petitions through the product's own doors; each has its ballot box and its keys. */
    List<UUID> open(int number) {
        List<UUID> opened = IntStream.rangeClosed(1, number).mapToObj(this::submit).toList();
        opened.forEach(petition -> await("review", () -> staff.isWaiting(petition)));
        opened.forEach(staff::approve);
        opened.forEach(petition -> await("box", () -> petitions.isVotingReady(petition)));
        return opened;
    }

    private UUID submit(int number) {
        return petitions.submit(
                UUID.randomUUID(),
                Map.of(
                        "title",
                        "Fler bänkar i parken, nummer " + number,
                        "text",
                        "Sätt ut fler bänkar i parken. ".repeat(20),
                        "petitionerName",
                        "Karin Holmqvist",
                        "language",
                        "sv"));
    }

    private static void await(String what, java.util.function.BooleanSupplier condition) {
        if (!Conditions.within(LIMIT, condition)) {
            throw new LocalFailure("The " + what + " of a petition takes too long.");
        }
    }

    /** Whether a petition's closing certificate is out. */
    boolean isCertified(UUID petition) {
        return petitions.isCertified(petition);
    }

    /** The count the public sees of a petition. */
    long count(UUID petition) {
        return http.get(system.plan().url(Service.TALLY) + "/api/v1/tallies/" + petition, Map.of())
                .json()
                .path("count")
                .asLong(0);
    }

    /** The same as the gateway gives it; what is not told because it is small is 0. */
    long countSeen(UUID petition) {
        return http.get(system.plan().publicUrl() + "/api/v1/tallies/" + petition, Map.of())
                .json()
                .path("count")
                .asLong(0);
    }

    /** Processor time of all servers, each under its own name. */
    ServerCpu cpu() {
        return new ServerCpu(servers());
    }

    /** Names of all servers by process id; instances of a service share one. */
    Map<Long, String> servers() {
        Map<Long, String> servers = new LinkedHashMap<>();
        ProcessHandle.current().children().forEach(child -> servers.put(child.pid(), name(child)));
        return servers;
    }

    private String name(ProcessHandle child) {
        if (child.pid() == system.voteCluster().pid()) {
            return "postgres-votes";
        }
        if (child.pid() == system.mainCluster().pid()) {
            return "postgres-main";
        }
        if (child.pid() == system.kafka().pid()) {
            return "kafka";
        }
        String command = child.info().commandLine().orElse("");
        for (Service service : Service.values()) {
            if (command.contains(service.module() + "-1.0.0.jar")) {
                return service.module();
            }
        }
        return "keycloak";
    }

    @Override
    public void close() {
        system.close();
    }
}
