package se.lyhord.local.run;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import se.lyhord.local.ClusterProfile;
import se.lyhord.local.Conditions;
import se.lyhord.local.Folders;
import se.lyhord.local.KafkaBroker;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.MailboxServer;
import se.lyhord.local.Part;
import se.lyhord.local.PostgresCluster;
import se.lyhord.local.ServerProcess;
import se.lyhord.local.ServiceDatabase;
import se.lyhord.local.UnprivilegedUser;

/** Everything that makes up Lyhörd, started in parallel and stopped in reverse order. */
public final class LocalSystem implements AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofMillis(500);

    private final Plan plan;
    private final Steps steps;
    private final Secrets secrets;
    private final KeyMaterial keys;
    private final PostgresCluster main;
    private final PostgresCluster votes;
    private final KafkaBroker kafka;
    private final MailboxServer mailbox;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<JavaService> services = new CopyOnWriteArrayList<>();
    private final List<KeycloakServer> keycloak = new CopyOnWriteArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * @param plan what to run and where
     * @param steps where to show it
     */
    public LocalSystem(Plan plan, Steps steps) {
        this.plan = plan;
        this.steps = steps;
        Layout layout = plan.layout();
        this.secrets = new Secrets(layout.secrets());
        this.keys = new KeyMaterial(layout.keys());
        this.main = cluster("PostgreSQL", "postgres-main", ClusterProfile.MAIN);
        this.votes = cluster("PostgreSQL (votes)", "postgres-votes", ClusterProfile.VOTE);
        this.kafka =
                new KafkaBroker(
                        layout.state().resolve("kafka"),
                        layout.log("kafka"),
                        plan.ports().of("kafka"),
                        plan.ports().of("kafka/controller"));
        this.mailbox =
                new MailboxServer(
                        layout.state(),
                        layout.log("mailbox"),
                        plan.ports().of("mailbox/smtp"),
                        plan.ports().of("mailbox"));
    }

    private PostgresCluster cluster(String name, String part, ClusterProfile profile) {
        return new PostgresCluster(
                name,
                plan.layout().state().resolve(part),
                plan.layout().log(part),
                plan.ports().of(part),
                profile,
                secrets.get(part, "superuser.password"));
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws LocalFailure if a part does not start; the others are left running until {@link
     *     #close}
     */
    public void start() {
        keys.provide();
        ClientSecret.provide(secrets);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Starting starting = new Starting(threads);
            starting.everything();
            starting.await();
        }
    }

    /** What depends on what, each part starting as soon as it may. */
    private final class Starting {

        private final ExecutorService threads;
        private final List<CompletableFuture<Void>> all = new ArrayList<>();

        Starting(ExecutorService threads) {
            this.threads = threads;
        }

        void everything() {
            var mainUp = step("PostgreSQL", LocalSystem.this::startMain);
            var votesUp = step("PostgreSQL (votes)", LocalSystem.this::startVotes);
            var kafkaUp = step("Kafka", kafka::start);
            CompletableFuture<Path> home =
                    CompletableFuture.supplyAsync(LocalSystem.this::prepareKeycloak, threads);
            all.add(
                    mainUp.thenCombineAsync(
                            home,
                            (up, at) -> {
                                steps.step("Keycloak", progress -> startKeycloak(at));
                                return null;
                            },
                            threads));
            if (plan.instancesOf(Service.PETITION) > 0) {
                step("Mailbox", mailbox::start);
            }
            for (Service service : Service.values()) {
                var database = service == Service.VOTING ? votesUp : mainUp;
                if (plan.instancesOf(service) == 0) {
                    continue;
                }
                var unpacked =
                        CompletableFuture.runAsync(
                                new App(plan.layout(), service)::prepare, threads);
                for (int number = 1; number <= plan.instancesOf(service); number++) {
                    int instance = number;
                    all.add(
                            CompletableFuture.allOf(database, kafkaUp, unpacked)
                                    .thenRunAsync(() -> start(service, instance), threads));
                }
            }
        }

        private CompletableFuture<Void> step(String name, Runnable work) {
            var future =
                    CompletableFuture.runAsync(
                            () -> steps.step(name, progress -> work.run()), threads);
            all.add(future);
            return future;
        }

        void await() {
            CompletableFuture<Void> whole =
                    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
            CompletableFuture<Void> settled = new CompletableFuture<>();
            all.forEach(one -> one.whenComplete((done, failure) -> failFast(settled, failure)));
            whole.thenRun(() -> settled.complete(null));
            while (!Conditions.within(BETWEEN_LINES, settled::isDone)) {
                steps.refresh();
            }
            try {
                settled.join();
            } catch (CompletionException e) {
                close(); // lets the steps that still wait give up
                throw asLocal(e);
            }
        }

        private static void failFast(CompletableFuture<Void> settled, Throwable failure) {
            if (failure != null) {
                settled.completeExceptionally(failure);
            }
        }
    }

    private static RuntimeException asLocal(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException known ? known : new LocalFailure("" + cause);
    }

    private void startMain() {
        main.start();
        provide(main, Service.PETITION);
        provide(main, Service.MODERATION);
        provide(main, Service.TALLY);
        KeycloakServer.provideDatabase(main, secrets);
    }

    private void startVotes() {
        votes.start();
        provide(votes, Service.VOTING);
    }

    private void provide(PostgresCluster cluster, Service service) {
        String database = Objects.requireNonNull(service.database());
        String owner = service.module();
        ServiceDatabase wanted =
                new ServiceDatabase(
                        database,
                        database,
                        secrets.get(owner, "spring.flyway.password"),
                        secrets.get(owner, "spring.datasource.password"));
        cluster.provisioning().provide(wanted);
        if (service == Service.PETITION) {
            cluster.provisioning()
                    .provideFollowRole(wanted, secrets.get(owner, "lyhord.follow.password"));
        }
    }

    private void refuseIfStopped() {
        if (stopped.get()) {
            throw new LocalFailure("Stopped while starting.");
        }
    }

    private Path prepareKeycloak() {
        Path[] home = new Path[1];
        Path cache = Folders.cache(UnprivilegedUser.SELF);
        steps.step(
                "Keycloak's programs",
                progress ->
                        home[0] =
                                new KeycloakDistribution(cache, plan.layout().log("keycloak"))
                                        .prepared(progress));
        return home[0];
    }

    private void startKeycloak(Path home) {
        refuseIfStopped();
        KeycloakServer server = new KeycloakServer(plan, secrets, main, http, home);
        keycloak.add(server);
        server.start();
    }

    private void start(Service service, int number) {
        refuseIfStopped();
        PostgresCluster cluster = service == Service.VOTING ? votes : main;
        new ServiceSettings(plan, keys, kafka).write(service, cluster);
        JavaService instance = new JavaService(plan, secrets, service, number, http);
        services.add(instance);
        steps.step(instance.name(), progress -> instance.start());
    }

    /** Keeps what a first start has taught, so that the next start is fast; takes a while. */
    public void keepRecordings() {
        services.forEach(JavaService::keepRecording);
    }

    /** The plan this was made for. */
    public Plan plan() {
        return plan;
    }

    /** Secrets of this system. */
    public Secrets secrets() {
        return secrets;
    }

    /** The broker, for tests that take it away. */
    public KafkaBroker kafka() {
        return kafka;
    }

    /** The mail server, for tests that take it away. */
    public MailboxServer mailbox() {
        return mailbox;
    }

    /** The cluster of everything but votes, for tests that take it away. */
    public PostgresCluster mainCluster() {
        return main;
    }

    /** The cluster of votes, for tests that take it away. */
    public PostgresCluster voteCluster() {
        return votes;
    }

    /** The instances of a service. */
    public List<Part> instances(Service service) {
        return services.stream()
                .filter(instance -> instance.service() == service)
                .<Part>map(instance -> instance)
                .toList();
    }

    /** The folder of a service's keys, one for each petition. */
    public Path vault(Service service) {
        return keys.vault(service);
    }

    /** The folder of the keys that citizens' cookies are sealed with. */
    public Path sessionKeys() {
        return keys.session();
    }

    /** The folder of the keys that voter tokens are made with. */
    public Path voterTokenKeys() {
        return keys.voterToken();
    }

    /** The published history of the keys that orders to shred are signed with. */
    public Path shredOrderKeys() {
        return keys.shredOrderKeys();
    }

    /**
     * Process id of Keycloak's virtual machine: its start script may stand above it.
     *
     * @throws LocalFailure if it does not run
     */
    public long keycloakPid() {
        return keycloak.stream()
                .flatMap(server -> ProcessHandle.of(server.process().pid()).stream())
                .flatMap(script -> Stream.concat(Stream.of(script), script.descendants()))
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .map(ProcessHandle::pid)
                .orElseThrow(() -> new LocalFailure("Keycloak does not run."));
    }

    /** Parts whose process has ended although nobody stopped it. */
    public List<ServerProcess> ended() {
        if (stopped.get()) {
            return List.of();
        }
        List<ServerProcess> processes = new ArrayList<>();
        services.forEach(service -> processes.add(service.process()));
        keycloak.forEach(server -> processes.add(server.process()));
        return processes.stream().filter(process -> !process.isAlive()).toList();
    }

    /** Stops everything in reverse order; may be called from anywhere, and again. */
    @Override
    public void close() {
        if (!stopped.compareAndSet(false, true)) {
            return;
        }
        steps.step("Stopping services", progress -> stopServices());
        steps.step("Stopping the mailbox", progress -> mailbox.stop());
        steps.step("Stopping Keycloak", progress -> keycloak.forEach(KeycloakServer::stop));
        steps.step("Stopping Kafka", progress -> kafka.stop());
        steps.step(
                "Stopping PostgreSQL",
                progress -> {
                    votes.stop();
                    main.stop();
                });
        // A part may have started while the others were stopped.
        new Leftovers(plan.layout().state()).end(name -> steps.say("  Ended late: " + name));
    }

    private void stopServices() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            services.forEach(service -> threads.submit(service::stop));
        }
    }
}
