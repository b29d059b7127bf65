package se.lyhord.testkit;

import se.lyhord.local.Provisioning;

/** A PostgreSQL cluster that can be stopped and started at the same address. */
interface TestDatabase {

    /** JDBC URL of a database of this cluster. */
    String url(String database);

    /** Makes databases and roles. */
    Provisioning provisioning();

    void stop();

    void start();
}
