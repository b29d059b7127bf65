package se.lyhord.eventstore;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import se.lyhord.eventstore.Lamp.InstallLamp;
import se.lyhord.eventstore.Lamp.LightLamp;
import se.lyhord.eventstore.LampEvent.LampInstalled;
import se.lyhord.eventstore.LampEvent.LampLit;

/** Shows that Axon's fixture works on this Java and JUnit, for the services' aggregates. */
class LampTest {

    private final FixtureConfiguration<Lamp> fixture = new AggregateTestFixture<>(Lamp.class);

    @Test
    void isInstalled() {
        fixture.givenNoPriorActivity()
                .when(new InstallLamp("1"))
                .expectEvents(new LampInstalled("1"));
    }

    @Test
    void isLit() {
        fixture.given(new LampInstalled("1"))
                .when(new LightLamp("1", 40))
                .expectSuccessfulHandlerExecution()
                .expectEvents(new LampLit("1", 40));
    }

    @Test
    void refusesTooMuch() {
        fixture.given(new LampInstalled("1"))
                .when(new LightLamp("1", 101))
                .expectException(Lamp.TooBright.class)
                .expectNoEvents();
    }
}
