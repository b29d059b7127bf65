package se.lyhord.testkit;

import java.nio.file.Path;
import se.lyhord.local.KafkaBroker;
import se.lyhord.local.Ports;

/** Kafka as an ordinary process. */
record EmbeddedBroker(KafkaBroker broker) implements TestBroker {

    static EmbeddedBroker started() {
        Path folder = TestFolder.make("kafka");
        KafkaBroker broker =
                new KafkaBroker(
                        folder.resolve("data"),
                        folder.resolve("kafka.log"),
                        Ports.free(),
                        Ports.free());
        TestFolder.stopAndDeleteAtExit(broker::kill, folder);
        broker.start();
        return new EmbeddedBroker(broker);
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public void stop() {
        broker.stop();
    }

    @Override
    public void start() {
        broker.start();
    }
}
