package se.lyhord.eventstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.DefaultConfigurer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AxonLifecycleTest {

    @Test
    void refusesToStartWithoutTransactions() {
        AxonLifecycle lifecycle =
                new AxonLifecycle(
                        DefaultConfigurer.defaultConfiguration(false)
                                .registerComponent(
                                        TransactionManager.class,
                                        axon -> NoTransactionManager.instance())
                                .buildConfiguration(),
                        JdbcClient.create(new DriverManagerDataSource("jdbc:none")));

        assertThatThrownBy(lifecycle::start).hasMessageContaining("without transactions");
    }
}
