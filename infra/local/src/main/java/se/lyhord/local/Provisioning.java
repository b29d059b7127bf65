package se.lyhord.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Makes databases and least-privileged roles; may be repeated. */
public final class Provisioning {

    private final String urlPrefix;
    private final String superuser;
    private final String password;

    /**
     * @param urlPrefix JDBC URL up to and including the slash before the database
     */
    public Provisioning(String urlPrefix, String superuser, String password) {
        this.urlPrefix = urlPrefix;
        this.superuser = superuser;
        this.password = password;
    }

    /** Makes a service's database and its two roles. */
    public void provide(ServiceDatabase wanted) {
        String owner = wanted.owner();
        String service = wanted.serviceRole();
        try (Connection connection = connect("postgres")) {
            role(connection, owner, wanted.ownerPassword());
            role(connection, service, wanted.servicePassword());
            database(connection, wanted.database(), owner);
            run(connection, "REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
            run(connection, "GRANT CONNECT ON DATABASE " + wanted.database() + " TO " + service);
            run(
                    connection,
                    "ALTER ROLE %s SET transaction_timeout = '%s'"
                            .formatted(service, wanted.transactionTimeout()));
            if (wanted.service().equals("voting")) {
                run(connection, "GRANT pg_checkpoint TO " + owner);
            }
        } catch (SQLException e) {
            throw new LocalFailure("Database " + wanted.database() + " could not be made.", e);
        }
        grantInside(wanted);
    }

    /**
     * Makes the role that reads and writes who follows a petition, before the migrations that say
     * what it may do. A transaction of it may wait for a mail server.
     */
    public void provideFollowRole(ServiceDatabase of, String rolePassword) {
        try (Connection connection = connect("postgres")) {
            role(connection, of.followRole(), rolePassword);
            run(
                    connection,
                    "GRANT CONNECT ON DATABASE " + of.database() + " TO " + of.followRole());
            run(connection, "ALTER ROLE " + of.followRole() + " SET transaction_timeout = '60s'");
        } catch (SQLException e) {
            throw new LocalFailure("Role " + of.followRole() + " could not be made.", e);
        }
    }

    /** Makes a database with one role that owns it and does everything in it. */
    public void provide(String database, String role, String rolePassword) {
        try (Connection connection = connect("postgres")) {
            role(connection, role, rolePassword);
            database(connection, database, role);
        } catch (SQLException e) {
            throw new LocalFailure("Database " + database + " could not be made.", e);
        }
    }

    private void grantInside(ServiceDatabase wanted) {
        if (!wanted.service().equals("voting")) {
            return;
        }
        try (Connection connection = connect(wanted.database())) {
            // The purge waits until no WAL from before the drop is left.
            for (String function : new String[] {"pg_switch_wal()", "pg_ls_waldir()"}) {
                run(connection, "GRANT EXECUTE ON FUNCTION " + function + " TO " + wanted.owner());
            }
        } catch (SQLException e) {
            throw new LocalFailure("Database " + wanted.database() + " could not be set up.", e);
        }
    }

    private static void role(Connection connection, String name, String password)
            throws SQLException {
        String verb =
                exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)
                        ? "ALTER"
                        : "CREATE";
        run(
                connection,
                "%s ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%s'"
                        .formatted(verb, name, password.replace("'", "''")));
    }

    private static void database(Connection connection, String name, String owner)
            throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            run(connection, "CREATE DATABASE " + name + " OWNER " + owner);
        }
        run(connection, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", superuser);
        properties.setProperty("password", password);
        return DriverManager.getConnection(urlPrefix + database, properties);
    }
}
