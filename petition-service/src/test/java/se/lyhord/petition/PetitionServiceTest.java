package se.lyhord.petition;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lyhord.testkit.Platform;

/** The service as it runs, on a real PostgreSQL and a real Kafka. */
abstract class PetitionServiceTest extends ServiceTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Platform.registerDatabase(registry, "petition");
    }
}
