package se.lyhord.testkit;

import java.util.List;
import org.testcontainers.kafka.KafkaContainer;
import se.lyhord.local.Ports;
import se.lyhord.local.Topics;

/** Kafka in a container, at a fixed port so that it comes back where it was. */
record ContainerBroker(KafkaContainer container, int port) implements TestBroker {

    private static final String IMAGE = "apache/kafka:4.2.1";
    private static final int CLIENT_PORT = 9092;

    static ContainerBroker started() {
        int port = Ports.free();
        KafkaContainer container =
                new KafkaContainer(IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.setPortBindings(List.of(Ports.LOOPBACK + ":" + port + ":" + CLIENT_PORT));
        container.start();
        ContainerBroker broker = new ContainerBroker(container, port);
        Topics.make(broker.bootstrapServers());
        return broker;
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void stop() {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void start() {
        container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
        Reachable.await(port);
    }
}
