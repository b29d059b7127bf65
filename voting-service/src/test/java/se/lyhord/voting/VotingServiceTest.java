package se.lyhord.voting;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lyhord.testkit.Platform;

/** The whole service on real PostgreSQL and Kafka. */
public abstract class VotingServiceTest extends ServiceTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Platform.registerDatabase(registry, "voting");
    }
}
