package se.lyhord.forensics.crowd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import se.lyhord.forensics.search.Secret;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.TestPersons;

/**
 * Numbers of people who do not vote, written on purpose where nobody's number may stand. What does
 * not find them would not find a voter either.
 */
public final class Controls {

    /** How many test persons are kept apart to be planted. */
    static final int MOST = 500;

    private static int next = TestPersons.NUMBER;

    private final List<Control> planted = new ArrayList<>();

    /**
     * A number and where it must be found.
     *
     * @param number its needles
     * @param place beginning of a path
     */
    public record Control(Secret number, String place) {}

    /** What has been planted. */
    public List<Control> planted() {
        return planted;
    }

    /** Writes into a table, from which it spreads to what the planner knows and to the log. */
    public void plant(Connection database, String table, List<String> places) {
        String number = draw();
        try (var statement = database.createStatement()) {
            statement.execute("CREATE TABLE " + table + " (number text)");
            statement.execute(
                    "INSERT INTO %s SELECT '%s' FROM generate_series(1, 50)"
                            .formatted(table, number));
            statement.execute("ANALYZE " + table);
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new LocalFailure("A control could not be planted in " + table + ".", e);
        }
        places.forEach(place -> note(number, place));
    }

    /**
     * Writes an event into a topic of its own.
     *
     * @param kafka address of the broker
     */
    public void plant(String kafka, String topic, String place) {
        String number = draw();
        Map<String, Object> servers = Map.of("bootstrap.servers", kafka);
        try (Admin admin = Admin.create(servers);
                var producer =
                        new KafkaProducer<>(
                                servers, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>(topic, number)).get();
        } catch (ExecutionException e) {
            throw new LocalFailure("A control could not be planted in Kafka.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
        note(number, place);
    }

    /** Writes to the end of a file, which is made if it is not there. */
    public void plant(Path file, String place) {
        String number = draw();
        try {
            Files.write(
                    file,
                    (number + "\n").getBytes(StandardCharsets.US_ASCII),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        note(number, place);
    }

    /**
     * Draws a number for somebody else to plant.
     *
     * @param place where it will be
     */
    public String plantElsewhere(String place) {
        String number = draw();
        note(number, place);
        return number;
    }

    private void note(String number, String place) {
        planted.add(new Control(Secret.number(Secret.Kind.CONTROL, "control", number), place));
    }

    private static synchronized String draw() {
        return Crowd.digits(TestPersons.kindAndDigits(--next));
    }
}
