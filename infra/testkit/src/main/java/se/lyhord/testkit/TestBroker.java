package se.lyhord.testkit;

/** A Kafka broker that can be stopped and started at the same address. */
interface TestBroker {

    String bootstrapServers();

    void stop();

    void start();
}
