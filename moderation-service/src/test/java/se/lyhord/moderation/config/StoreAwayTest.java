package se.lyhord.moderation.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionSystemException;

class StoreAwayTest {

    @Test
    void aConnectionLostInsideATransactionIsAnAbsentDatabase() {
        var lost = new SQLException("Connection is closed");
        assertThat(StoreAway.caused(new TransactionSystemException("JDBC rollback failed", lost)))
                .isTrue();
    }

    @Test
    void aServerThatShutsDownIsAnAbsentDatabase() {
        assertThat(StoreAway.caused(new SQLException("terminating connection", "57P01"))).isTrue();
        assertThat(StoreAway.caused(new SQLException("refused", "08001"))).isTrue();
    }

    @Test
    void whatTheServerRefusesIsAMistakeOfOurs() {
        assertThat(StoreAway.caused(new SQLException("duplicate key", "23505"))).isFalse();
        assertThat(StoreAway.caused(new IllegalStateException("no table"))).isFalse();
    }
}
