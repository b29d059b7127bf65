package se.lyhord.exchange;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lyhord.testkit.Platform;

@Tag("slow")
@SpringJUnitConfig
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@TestPropertySource(
        properties = {
            "spring.flyway.locations=classpath:db/event-exchange",
            "spring.flyway.placeholders.serviceRole=tally_service"
        })
class JdbcInboxTest extends InboxConformance {

    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Platform.registerDatabase(registry, "tally");
    }

    @BeforeEach
    void forgetOtherTests() {
        jdbc.sql("DELETE FROM inbox_event").update();
    }

    @Override
    InboxStore store() {
        return new JdbcInboxStore(jdbc, new TransactionTemplate(transactions));
    }
}
