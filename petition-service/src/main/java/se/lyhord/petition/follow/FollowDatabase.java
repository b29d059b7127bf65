package se.lyhord.petition.follow;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** The way to the followers: connections of a role that nobody else of this service has. */
@Component
class FollowDatabase implements DisposableBean {

    private final HikariDataSource connections;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    FollowDatabase(FollowSettings settings, @Value("${spring.datasource.url}") String url) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("follow");
        pool.setJdbcUrl(url);
        pool.setUsername(settings.username());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(2_000);
        pool.setValidationTimeout(1_000);
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty("connectTimeout", "2");
        pool.addDataSourceProperty("socketTimeout", "15");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("ApplicationName", "petition-service follow");
        this.connections = new HikariDataSource(pool);
        this.jdbc = JdbcClient.create(connections);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(connections));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Does all of the work or none. */
    <T extends @Nullable Object> T inTransaction(Function<TransactionStatus, T> work) {
        return transactions.execute(work::apply);
    }

    @Override
    public void destroy() {
        connections.close();
    }
}
