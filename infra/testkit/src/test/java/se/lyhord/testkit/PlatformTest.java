package se.lyhord.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PlatformTest {

    private final Map<String, Supplier<Object>> properties = new HashMap<>();

    @Test
    void everyTestClassGetsADatabaseOfItsOwnThatComesBackAfterAStop() throws SQLException {
        Platform.registerDatabase(properties::put, "petition");
        String first = property("spring.datasource.url");
        try (Connection owner =
                        DriverManager.getConnection(
                                property("spring.flyway.url"),
                                property("spring.flyway.user"),
                                property("spring.flyway.password"));
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE kept (value int)");
            statement.execute("GRANT INSERT ON kept TO " + property("spring.datasource.username"));
        }
        Platform.stopPostgres();
        assertThatThrownBy(this::connectAsService).isInstanceOf(SQLException.class);
        Platform.startPostgres();
        try (Connection service = connectAsService();
                Statement statement = service.createStatement()) {
            statement.execute("INSERT INTO kept VALUES (1)");
        }

        Platform.registerDatabase(properties::put, "petition");
        assertThat(property("spring.datasource.url")).isNotEqualTo(first);
    }

    @Test
    void theBrokerComesBackAtTheSameAddress() throws Exception {
        Platform.registerKafka(properties::put);
        String servers = property("spring.cloud.stream.kafka.binder.brokers");
        Platform.stopKafka();
        Platform.startKafka();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("petitions");
        }
    }

    @Test
    void tokensAreSignedByThePublishedKeyAndForgedOnesAreNot() throws Exception {
        TestIssuer.register(properties::put);
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        JWSAlgorithm.RS256,
                        JWKSourceBuilder.create(
                                        URI.create(property("lyhord.staff.jwk-set-uri")).toURL())
                                .build()));
        assertThat(
                        processor
                                .process(
                                        TestIssuer.token("m", "petition-service", "moderator"),
                                        null)
                                .getAudience())
                .isEqualTo(List.of("petition-service"));
        assertThatThrownBy(() -> processor.process(TestIssuer.expiredToken("m", "x"), null))
                .isInstanceOf(BadJWTException.class);
        assertThatThrownBy(() -> processor.process(TestIssuer.forgedToken("m", "x"), null))
                .isInstanceOf(Exception.class);
    }

    @Test
    void testPersonsAreTheAgencysAndAllDifferent() {
        assertThat(TestIdentities.ANNA).isEqualTo("199001012385");
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            numbers.add(TestIdentities.adult(i));
        }
        assertThat(numbers).hasSize(10_000).allMatch(number -> number.matches("19\\d{6}23[89]\\d"));
    }

    private Connection connectAsService() throws SQLException {
        return DriverManager.getConnection(
                property("spring.datasource.url"),
                property("spring.datasource.username"),
                property("spring.datasource.password"));
    }

    private String property(String name) {
        return properties.get(name).get().toString();
    }
}
