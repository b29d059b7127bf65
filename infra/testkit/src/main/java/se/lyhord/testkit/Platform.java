package se.lyhord.testkit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import se.lyhord.local.Provisioning;
import se.lyhord.local.ServiceDatabase;

/**
 * PostgreSQL and Kafka for the tests of a service: one of each per JVM, started when first asked
 * for and stopped with the JVM. In containers where a Docker engine answers, as ordinary processes
 * otherwise.
 */
public final class Platform {

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);
    private static final String OWNER_PASSWORD = "test-owner";
    private static final String SERVICE_PASSWORD = "test-service";
    private static final String FOLLOW_PASSWORD = "test-follow";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Platform() {}

    /**
     * Makes a fresh database with both roles and points data source and migrations at it.
     *
     * @param service petition, moderation, tally or voting; voting gets a cluster of its own, set
     *     as votes need it
     */
    public static void registerDatabase(DynamicPropertyRegistry registry, String service) {
        TestDatabase cluster = cluster(service);
        registerDatabase(registry, service, cluster.provisioning(), cluster::url);
    }

    static void registerDatabase(
            DynamicPropertyRegistry registry,
            String service,
            Provisioning provisioning,
            UnaryOperator<String> urls) {
        ServiceDatabase database =
                new ServiceDatabase(
                        service,
                        service + "_" + DATABASES.incrementAndGet(),
                        OWNER_PASSWORD,
                        SERVICE_PASSWORD);
        provisioning.provide(database);
        if (service.equals("petition")) {
            provisioning.provideFollowRole(database, FOLLOW_PASSWORD);
            registry.add("lyhord.follow.password", () -> FOLLOW_PASSWORD);
        }
        String url = urls.apply(database.database());
        registry.add("spring.datasource.url", () -> url);
        registry.add("spring.datasource.username", database::serviceRole);
        registry.add("spring.datasource.password", () -> SERVICE_PASSWORD);
        registry.add("spring.flyway.url", () -> url);
        registry.add("spring.flyway.user", database::owner);
        registry.add("spring.flyway.password", () -> OWNER_PASSWORD);
    }

    /** Points the binder at a broker that has the product's topics. */
    public static void registerKafka(DynamicPropertyRegistry registry) {
        String servers = kafkaServers();
        registry.add("spring.cloud.stream.kafka.binder.brokers", () -> servers);
        registry.add("spring.kafka.bootstrap-servers", () -> servers);
    }

    /** Address of the broker, for a test's own consumers and producers. */
    public static String kafkaServers() {
        return Broker.INSTANCE.bootstrapServers();
    }

    /** Stops the broker; its address and data stay. */
    public static void stopKafka() {
        Broker.INSTANCE.stop();
    }

    /** Starts the broker again at the same address. */
    public static void startKafka() {
        Broker.INSTANCE.start();
    }

    /** Stops every PostgreSQL cluster in use; addresses and data stay. */
    public static void stopPostgres() {
        Clusters.startedOnes().forEach(TestDatabase::stop);
    }

    /** Starts the PostgreSQL clusters again at the same addresses. */
    public static void startPostgres() {
        Clusters.startedOnes().forEach(TestDatabase::start);
    }

    private static TestDatabase cluster(String service) {
        return service.equals("voting") ? Clusters.votes() : Clusters.main();
    }

    private static final class Broker {
        private static final TestBroker INSTANCE = start();

        private static TestBroker start() {
            boolean containers = Engine.answers();
            LOG.info("Kafka for tests runs {}", Engine.describe(containers));
            return containers ? ContainerBroker.started() : EmbeddedBroker.started();
        }
    }
}
