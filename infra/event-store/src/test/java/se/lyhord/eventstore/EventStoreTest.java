package se.lyhord.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lyhord.eventstore.Lamp.InstallLamp;
import se.lyhord.eventstore.Lamp.LightLamp;
import se.lyhord.eventstore.LampEvent.LampInstalled;
import se.lyhord.eventstore.LampEvent.LampLit;
import se.lyhord.testkit.Platform;

/** The event store as a service has it, on real PostgreSQL with the service's own role. */
@Tag("slow")
class EventStoreTest {

    /** Fails after it has written, until it is told not to. */
    static final class LampView {

        private final JdbcClient jdbc;
        volatile boolean failing;
        volatile int failures;

        LampView(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @EventHandler
        void on(LampEvent event) {
            switch (event) {
                case LampInstalled installed -> write(installed.lamp(), 0);
                case LampLit lit -> write(lit.lamp(), lit.brightness());
            }
            if (failing) {
                failures++;
                throw new IllegalStateException("not now");
            }
        }

        private void write(String lamp, int brightness) {
            jdbc.sql("INSERT INTO lamp_view (lamp, brightness) VALUES (?, ?)")
                    .params(lamp, brightness)
                    .update();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        StoredEventTypes events() {
            return StoredEventTypes.of(LampEvent.class);
        }

        @Bean
        ConfigurerModule lamp() {
            return configurer -> configurer.configureAggregate(Lamp.class);
        }

        @Bean
        LampView lampView(JdbcClient jdbc) {
            return new LampView(jdbc);
        }

        @Bean
        EventHandlers view(LampView view) {
            return EventHandlers.projection("view", view);
        }

        @Bean
        EventHandlers published(JdbcClient jdbc) {
            return EventHandlers.onlyOnce("published", new LampView(jdbc));
        }
    }

    private final Map<String, Object> database = database();
    private final String lamp = UUID.randomUUID().toString();
    private ConfigurableApplicationContext service;

    private static Map<String, Object> database() {
        Map<String, Object> properties = new HashMap<>();
        DynamicPropertyRegistry registry =
                (name, value) -> properties.put(name, String.valueOf(value.get()));
        Platform.registerDatabase(registry, "petition");
        return properties;
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(database)
                .properties(
                        "spring.flyway.locations=classpath:db/event-store,classpath:db/test",
                        "spring.flyway.placeholders.serviceRole="
                                + database.get("spring.datasource.username"),
                        "spring.datasource.hikari.maximum-pool-size=6")
                .run();
    }

    @BeforeEach
    void startService() {
        service = start();
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void aCommandsEventIsStoredReadBackAndProjected() {
        send(new InstallLamp(lamp));
        send(new LightLamp(lamp, 40));

        await().untilAsserted(() -> assertThat(view()).contains(0, 40));
        assertThat(
                        jdbc().sql("SELECT payload_type FROM stored_event ORDER BY global_index")
                                .query(String.class)
                                .list())
                .containsExactly("LampInstalled", "LampLit");
        assertThat(
                        jdbc().sql("SELECT convert_from(meta_data, 'UTF8') FROM stored_event")
                                .query(String.class)
                                .list())
                .containsOnly("{}");
        assertThat(this.<Integer>send(new LightLamp(lamp, 50))).isEqualTo(50);
    }

    @Test
    void theCallersTransactionTakesTheEventsWithIt() {
        TransactionTemplate transaction =
                new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        transaction.executeWithoutResult(
                status -> {
                    send(new InstallLamp(lamp));
                    status.setRollbackOnly();
                });
        assertThat(stored()).isZero();

        transaction.executeWithoutResult(status -> send(new InstallLamp(lamp)));
        assertThat(stored()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(view()).contains(0));
    }

    @Test
    void aFailingHandlerLosesItsWritesAndItsPlaceAndSucceedsLater() {
        LampView view = service.getBean(LampView.class);
        view.failing = true;
        send(new InstallLamp(lamp));
        await().until(() -> view.failures >= 2);
        assertThat(view()).hasSize(1);

        view.failing = false;
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(view()).hasSize(2));
        send(new LightLamp(lamp, 1));
        await().untilAsserted(() -> assertThat(view()).containsExactlyInAnyOrder(0, 0, 1, 1));
    }

    @Test
    void goesOnAfterRestartWhereItWas() {
        send(new InstallLamp(lamp));
        await().untilAsserted(() -> assertThat(view()).hasSize(2));
        service.close();
        service = start();
        send(new LightLamp(lamp, 7));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(view()).containsExactlyInAnyOrder(0, 0, 7, 7));
    }

    @Test
    void aConcurrentChangeIsToldByItsType() throws Exception {
        send(new InstallLamp(lamp));
        TransactionTemplate transaction =
                new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        CountDownLatch decided = new CountDownLatch(1);
        CountDownLatch committing = new CountDownLatch(1);
        Thread first =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        transaction.executeWithoutResult(
                                                status -> {
                                                    send(new LightLamp(lamp, 1));
                                                    decided.countDown();
                                                    awaitLatch(committing);
                                                }));
        awaitLatch(decided);
        Thread.ofVirtual()
                .start(
                        () -> {
                            sleep(500);
                            committing.countDown();
                        });
        assertThatThrownBy(
                        () ->
                                transaction.executeWithoutResult(
                                        status -> send(new LightLamp(lamp, 2))))
                .isInstanceOf(ConcurrentChange.class);
        first.join();
        assertThat(stored()).isEqualTo(2);
    }

    /** A later event, committed first by an instance whose clock is wrong, passes over no other. */
    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void anEventIsWaitedForThoughTheClocksAreMinutesApart(int minutes) {
        TransactionTemplate transaction =
                new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch committing = new CountDownLatch(1);
        Thread slow =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        transaction.executeWithoutResult(
                                                status -> {
                                                    send(new InstallLamp(lamp));
                                                    written.countDown();
                                                    awaitLatch(committing);
                                                }));
        awaitLatch(written);
        TrackingEventProcessor reader = processor("view");
        reader.shutDown();
        String other = UUID.randomUUID().toString();
        GenericEventMessage.clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
        try {
            send(new InstallLamp(other));
        } finally {
            GenericEventMessage.clock = Clock.systemUTC(); // the reader's is right
        }
        reader.start();
        await().untilAsserted(() -> assertThat(lampsSeen()).contains(other));
        committing.countDown();
        await().untilAsserted(() -> assertThat(lampsSeen()).contains(lamp));
        assertThat(slow.isAlive()).isFalse();
    }

    @Test
    void aConflictIsDecidedAnewWhereThatIsPossible() throws Exception {
        send(new InstallLamp(lamp));
        try (ConfigurableApplicationContext second = start()) {
            CyclicBarrier together = new CyclicBarrier(2);
            for (int round = 0; round < 20; round++) {
                Thread other =
                        Thread.ofVirtual()
                                .start(
                                        () -> {
                                            pass(together);
                                            second.getBean(Commands.class)
                                                    .send(new LightLamp(lamp, 3));
                                        });
                pass(together);
                send(new LightLamp(lamp, 4));
                other.join();
            }
        }
        assertThat(stored()).isEqualTo(41);
    }

    @Test
    void creatingTwiceAndUnknownAggregatesAreToldByTheirTypes() {
        send(new InstallLamp(lamp));
        assertThatThrownBy(() -> send(new InstallLamp(lamp))).isInstanceOf(ConcurrentChange.class);
        assertThatThrownBy(() -> send(new LightLamp("none", 1)))
                .isInstanceOf(NoSuchAggregate.class);
        assertThatThrownBy(() -> send(new LightLamp(lamp, 101))).isInstanceOf(Lamp.TooBright.class);
    }

    @Test
    void theServiceMayNeitherChangeNorDeleteEvents() {
        send(new InstallLamp(lamp));
        assertThatThrownBy(() -> jdbc().sql("DELETE FROM stored_event").update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> jdbc().sql("UPDATE stored_event SET payload = ''").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aViewIsBuiltAnewButAPublisherRefuses() {
        send(new InstallLamp(lamp));
        await().untilAsserted(() -> assertThat(view()).hasSize(2));
        TrackingEventProcessor view = processor("view");
        view.shutDown();
        view.resetTokens();
        view.start();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(view()).hasSize(3));

        TrackingEventProcessor published = processor("published");
        published.shutDown();
        assertThat(published.supportsReset()).isFalse();
        assertThatThrownBy(published::resetTokens).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesToStartWithoutATransactionTimeout() {
        database.put("spring.datasource.hikari.connection-init-sql", "SET transaction_timeout = 0");
        assertThatThrownBy(this::start).hasStackTraceContaining("needs a transaction_timeout");
    }

    private TrackingEventProcessor processor(String name) {
        return service.getBean(org.axonframework.config.Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor(name, TrackingEventProcessor.class)
                .orElseThrow();
    }

    private <R> R send(Object command) {
        return service.getBean(Commands.class).send(command);
    }

    private JdbcClient jdbc() {
        return service.getBean(JdbcClient.class);
    }

    private List<Integer> view() {
        return jdbc().sql("SELECT brightness FROM lamp_view ORDER BY place")
                .query(Integer.class)
                .list();
    }

    private List<String> lampsSeen() {
        return jdbc().sql("SELECT lamp FROM lamp_view").query(String.class).list();
    }

    private long stored() {
        return jdbc().sql("SELECT count(*) FROM stored_event").query(Long.class).single();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
