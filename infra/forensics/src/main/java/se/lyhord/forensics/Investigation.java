package se.lyhord.forensics;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.lyhord.forensics.attack.BruteForce;
import se.lyhord.forensics.attack.CommitTimes;
import se.lyhord.forensics.attack.Derivation;
import se.lyhord.forensics.attack.Linkage;
import se.lyhord.forensics.attack.VaultThief;
import se.lyhord.forensics.crowd.Controls;
import se.lyhord.forensics.crowd.Crowd;
import se.lyhord.forensics.crowd.Voter;
import se.lyhord.forensics.search.Secret;
import se.lyhord.local.Conditions;
import se.lyhord.local.Folders;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.Layout;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.Pace;
import se.lyhord.local.run.Plan;
import se.lyhord.local.run.PortPlan;
import se.lyhord.local.run.PublicApi;
import se.lyhord.local.run.Service;
import se.lyhord.local.run.StaffApi;
import se.lyhord.local.run.Steps;

/**
 * One petition from its first vote to its certificate, with everything seized twice: while the vote
 * is open and after it has closed. Then it is searched and attacked.
 */
public final class Investigation implements AutoCloseable {

    private static final long SEED = 20_261_128;
    private static final int MINIMUM_AGE = 13;
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int CONNECTION_SECONDS = 33;

    private final PrintStream out;
    private final Path evidence;
    private final LocalSystem system;
    private final Suspects suspects;

    /**
     * @param layout whose state is emptied first
     * @param evidence folder for what is seized; emptied first
     * @param out where to show what is done
     */
    public Investigation(Layout layout, Path evidence, PrintStream out) {
        Folders.delete(layout.state());
        Folders.delete(evidence);
        this.out = out;
        this.evidence = evidence;
        this.system =
                new LocalSystem(
                        new Plan(layout, PortPlan.random(), Map.of(), Pace.LOCAL, false),
                        new Steps(out, false));
        this.suspects = new Suspects(system);
    }

    /** Everything the attacker gets, and what only we know. */
    private record Case(
            UUID petition,
            List<Voter> voters,
            Instant started,
            Duration over,
            Seizure open,
            Controls openControls,
            Set<String> boxFiles,
            Seizure closed,
            Controls closedControls) {}

    /**
     * Lets people vote, and searches.
     *
     * @param number of voters
     * @param over from the first login to the last
     * @param period how long the vote is open: longer than the voting and the first seizure take
     */
    public Findings run(int number, Duration over, Duration period) {
        Case investigated = let(number, over, period);
        close();
        say("Searching.");
        return examine(investigated);
    }

    private Case let(int number, Duration over, Duration period) {
        system.start();
        Instant started = Instant.now();
        PublicApi anyone = new PublicApi(system.plan().url(Service.PETITION));
        UUID petition = open(anyone, period);
        say("%d people vote.".formatted(number));
        List<Voter> voters = new Crowd(system, SEED).vote(petition, number, over);
        say("Seizing everything while the vote is open.");
        Controls openControls = plant("open");
        Set<String> boxFiles = boxFiles();
        Seizure open = Seizure.of(suspects, evidence.resolve("open"));
        if (!anyone.state(petition).equals("OPEN")) {
            throw new LocalFailure("The vote closed before everything was seized: give it longer.");
        }
        say("Waiting for the close.");
        await("The certificate", period.plus(LIMIT), () -> anyone.isCertified(petition));
        letConnectionsGo();
        say("Seizing everything after the close.");
        Controls closedControls = plant("closed");
        Seizure closed = Seizure.of(suspects, evidence.resolve("closed"));
        return new Case(
                petition,
                voters,
                started,
                over,
                open,
                openControls,
                boxFiles,
                closed,
                closedControls);
    }

    /** The voting service lets each connection go after half a minute, and its buffers with it. */
    private static void letConnectionsGo() {
        try {
            TimeUnit.SECONDS.sleep(CONNECTION_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
    }

    private UUID open(PublicApi anyone, Duration period) {
        StaffApi staff = new StaffApi(system);
        staff.setRules(period.toString(), 2, MINIMUM_AGE);
        UUID petition =
                anyone.submit(
                        UUID.randomUUID(),
                        Map.of(
                                "title", "Ett förslag att leta efter spår av",
                                "text", "Här röstar människor som ingen får hitta efteråt.",
                                "language", "sv"));
        await("The review", LIMIT, () -> staff.isWaiting(petition));
        staff.approve(petition);
        await("The ballot box", LIMIT, () -> anyone.isVotingReady(petition));
        return petition;
    }

    private static void await(String what, Duration limit, BooleanSupplier condition) {
        if (!Conditions.within(limit, condition)) {
            throw new LocalFailure(what + " did not come.");
        }
    }

    private Controls plant(String when) {
        Controls controls = new Controls();
        for (Suspects.Database database : suspects.databases()) {
            String cluster = Seizure.FILES + "/" + database.cluster().directory().getFileName();
            String tables = Seizure.TABLES + "/" + database.name() + "/";
            String table = "public.control_" + when;
            try (Connection connection = database.connect()) {
                controls.plant(
                        connection,
                        table,
                        List.of(
                                tables + table,
                                tables + "pg_statistic",
                                cluster + "/base/",
                                cluster + "/pg_wal/"));
            } catch (SQLException e) {
                throw new LocalFailure("Database " + database.name() + " is away.", e);
            }
        }
        controls.plant(suspects.kafka(), "control-" + when, Seizure.FILES + "/kafka/");
        suspects.files().forEach((name, folder) -> plantFiles(controls, name, folder));
        suspects.processes()
                .forEach(
                        (name, pid) -> {
                            String place = Seizure.HEAPS + "/" + name + ".hprof";
                            Jcmd.run(
                                    pid,
                                    "JFR.start",
                                    "disk=false",
                                    "name=control-" + controls.plantElsewhere(place));
                        });
        return controls;
    }

    /** One for the folder, and one for each log and each folder of keys in it. */
    private static void plantFiles(Controls controls, String name, Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                Path file = Files.isDirectory(entry) ? entry.resolve("control") : entry;
                boolean takesMore = name.equals("logs") || name.equals("keys");
                if (takesMore) {
                    String place = name + "/" + folder.relativize(file);
                    controls.plant(file, Seizure.FILES + "/" + place);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        controls.plant(folder.resolve("control"), Seizure.FILES + "/" + name + "/control");
    }

    private Set<String> boxFiles() {
        Set<String> files = new HashSet<>();
        try (Connection connection = suspects.votes().connect();
                var statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                SELECT pg_relation_filepath(c.oid) FROM pg_class c
                                JOIN pg_namespace n ON n.oid = c.relnamespace
                                WHERE n.nspname = 'ballots' AND c.relkind IN ('r', 'i')
                                """)) {
            while (rows.next()) {
                files.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new LocalFailure("The vote database cannot be looked into.", e);
        }
        return files;
    }

    private static Findings examine(Case of) {
        byte[] pseudonymKey = stolen(of.open(), Service.GATEWAY, of.petition());
        byte[] salt = stolen(of.open(), Service.VOTING, of.petition());
        List<Secret> secrets = secrets(of, pseudonymKey, salt);
        Set<String> eid =
                of.voters().stream()
                        .filter(Voter::byEid)
                        .map(Voter::name)
                        .collect(Collectors.toSet());
        Search open = Search.of(of.open(), secrets, of.openControls());
        Search closed = Search.of(of.closed(), secrets, of.closedControls());
        return new Findings(
                of.voters().size(),
                open.bytes() + closed.bytes(),
                open.planted() + closed.planted(),
                Stream.concat(open.missing().stream(), closed.missing().stream()).toList(),
                open.hashesInBox(),
                open.leaks(new Declared(true, of.boxFiles(), eid)),
                closed.leaks(new Declared(false, Set.of(), eid)),
                linkedWhileOpen(of),
                linkedAfterClose(of, closed),
                1.0 / of.voters().size(),
                bruteForce(of, pseudonymKey, salt));
    }

    private static byte[] stolen(Seizure seizure, Service service, UUID petition) {
        byte[] key = VaultThief.keys(vault(seizure, service)).get(petition);
        if (key == null) {
            throw new LocalFailure("The open vault of " + service.module() + " holds no key.");
        }
        return key;
    }

    private static Path vault(Seizure seizure, Service service) {
        return seizure.path(Seizure.FILES, "keys", "vault-" + service.module());
    }

    private static List<Secret> secrets(Case of, byte[] pseudonymKey, byte[] salt) {
        Derivation derivation = new Derivation(of.petition(), pseudonymKey, salt);
        List<Secret> secrets = new ArrayList<>();
        secrets.add(Secret.hmacKey(Secret.Kind.PSEUDONYM_KEY, "the petition", pseudonymKey));
        secrets.add(Secret.hmacKey(Secret.Kind.SALT, "the petition", salt));
        for (Voter voter : of.voters()) {
            byte[] pseudonym = derivation.pseudonym(voter.digits());
            byte[] hash = derivation.voterHash(pseudonym);
            byte[] tracker = HexFormat.of().parseHex(voter.tracker());
            secrets.add(Secret.number(Secret.Kind.PERSONNUMMER, voter.name(), voter.digits()));
            secrets.add(Secret.bytes(Secret.Kind.PSEUDONYM, voter.name(), pseudonym));
            secrets.add(Secret.bytes(Secret.Kind.VOTER_HASH, voter.name(), hash));
            secrets.add(Secret.bytes(Secret.Kind.TRACKER, voter.tracker(), tracker));
        }
        return secrets;
    }

    private static Map<String, String> truth(Case of) {
        return of.voters().stream().collect(Collectors.toMap(Voter::name, Voter::tracker));
    }

    private static List<Linkage.Login> logins(Case of) {
        return of.voters().stream()
                .map(voter -> new Linkage.Login(voter.name(), voter.login()))
                .toList();
    }

    /** The attacker has the vote database's files, and so the time of each group's commit. */
    private static double linkedWhileOpen(Case of) {
        Map<Long, Long> times =
                CommitTimes.read(
                        of.open().path(Seizure.FILES, "postgres-votes", "pg_wal"), of.started());
        List<Linkage.Vote> votes = new ArrayList<>();
        for (Box.Row row : Box.rows(of.open())) {
            Long time = times.get(row.transaction());
            if (time != null) {
                votes.add(new Linkage.Vote(row.tracker(), time));
            }
        }
        long median =
                Math.round(Crowd.MEDIAN_DELAY * of.over().toNanos() / 1000 / of.voters().size());
        return Linkage.success(Linkage.byTime(logins(of), votes, median), truth(of));
    }

    /** The attacker tries the order in which trackers stand, in every file that holds some. */
    private static double linkedAfterClose(Case of, Search closed) {
        return closed.trackersByPlace().values().stream()
                .map(trackers -> Linkage.byOrder(logins(of), trackers))
                .mapToDouble(guesses -> Linkage.success(guesses, truth(of)))
                .max()
                .orElse(0);
    }

    private static Map<String, Integer> bruteForce(Case of, byte[] pseudonymKey, byte[] salt) {
        Set<String> hashes =
                Box.rows(of.open()).stream().map(Box.Row::voterHash).collect(Collectors.toSet());
        BruteForce force = new BruteForce(of.petition(), Crowd.population(), hashes);
        byte[] pseudonymKeyLeft =
                VaultThief.keys(vault(of.closed(), Service.GATEWAY)).get(of.petition());
        byte[] saltLeft = VaultThief.keys(vault(of.closed(), Service.VOTING)).get(of.petition());
        Map<String, Integer> found = new LinkedHashMap<>();
        found.put(Findings.BOTH_KEYS, force.found(pseudonymKey, salt).size());
        found.put("the pseudonym key alone, while open", force.found(pseudonymKey, null).size());
        found.put("the salt alone, while open", force.found(null, salt).size());
        found.put("both vaults, after the close", force.found(pseudonymKeyLeft, saltLeft).size());
        found.put("the pseudonym key of before", force.found(pseudonymKey, saltLeft).size());
        found.put("the salt of before", force.found(pseudonymKeyLeft, salt).size());
        return found;
    }

    /** Deletes what was seized. */
    public void forget() {
        Folders.delete(evidence);
    }

    private void say(String what) {
        out.println("  " + what);
    }

    /** Stops the system; may be called again. */
    @Override
    public void close() {
        system.close();
    }
}
