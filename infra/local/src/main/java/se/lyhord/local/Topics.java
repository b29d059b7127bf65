package se.lyhord.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics services meet over. */
public final class Topics {

    private static final int PARTITIONS = 6;

    private Topics() {}

    /** Every topic: events are kept always, counts only in their newest form. */
    public static List<NewTopic> all() {
        return List.of(
                kept("petitions"),
                kept("moderation"),
                kept("voting"),
                kept("keys"),
                kept("tally"),
                topic("counts", Map.of("cleanup.policy", "compact")));
    }

    /**
     * Makes the topics that are missing.
     *
     * @param servers address of the broker
     * @throws LocalFailure if the broker does not
     */
    public static void make(String servers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            Set<String> present = admin.listTopics().names().get(60, TimeUnit.SECONDS);
            List<NewTopic> missing =
                    all().stream().filter(topic -> !present.contains(topic.name())).toList();
            admin.createTopics(missing).all().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalFailure("Kafka's topics could not be made.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while making topics.", e);
        }
    }

    private static NewTopic kept(String name) {
        return topic(name, Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
    }

    private static NewTopic topic(String name, Map<String, String> configuration) {
        return new NewTopic(name, PARTITIONS, (short) 1).configs(configuration);
    }
}
