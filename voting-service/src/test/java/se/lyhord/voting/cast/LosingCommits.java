package se.lyhord.voting.cast;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database whose first commit ends in a broken connection. */
final class LosingCommits {

    private final DataSource real;
    private final boolean reached;
    private final AtomicInteger lost = new AtomicInteger();

    /**
     * @param reached whether the server has committed before the connection breaks
     */
    LosingCommits(DataSource real, boolean reached) {
        this.real = real;
        this.reached = reached;
    }

    int lost() {
        return lost.get();
    }

    DataSource dataSource() {
        return (DataSource)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> connection(real.getConnection()));
    }

    private Connection connection(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("commit") && lost.compareAndSet(0, 1)) {
                                if (reached) {
                                    connection.commit();
                                } else {
                                    connection.rollback();
                                }
                                throw new SQLException("broken", "08006");
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
