package se.lyhord.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseTroubleTest {

    @Test
    void aConnectionLostInsideATransactionPasses() {
        var lost = new SQLException("Connection is closed");
        assertThat(DatabaseTrouble.passes(new TransactionSystemException("rollback failed", lost)))
                .isTrue();
    }

    @Test
    void aConnectionThatCannotBeHadPasses() {
        var none = new SQLTransientConnectionException("pool timed out");
        assertThat(DatabaseTrouble.passes(new CannotCreateTransactionException("none", none)))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"08001", "40001", "53100", "57P01", "58030", "25006", "25P04", "55P03"})
    void whatTheServerWillGetOverPasses(String state) {
        assertThat(DatabaseTrouble.passes(new SQLException("for now", state))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"23505", "25P02", "42P01", "22001"})
    void whatTheServerRefusesIsAMistakeOfOurs(String state) {
        var refused = new SQLException("refused", state);
        assertThat(DatabaseTrouble.passes(new DuplicateKeyException("refused", refused))).isFalse();
    }

    @Test
    void whatIsNotTheDatabasesIsNotItsTrouble() {
        assertThat(DatabaseTrouble.passes(new IllegalStateException("no table"))).isFalse();
    }
}
