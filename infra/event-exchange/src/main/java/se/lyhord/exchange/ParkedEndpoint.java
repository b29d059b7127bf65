package se.lyhord.exchange;

import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** The operator's view of parked events: GET lists, POST tries again, DELETE passes one over. */
@Endpoint(id = "parked")
final class ParkedEndpoint {

    private final Inbox inbox;

    ParkedEndpoint(Inbox inbox) {
        this.inbox = inbox;
    }

    @ReadOperation
    public List<ParkedEvent> parked() {
        return inbox.parked();
    }

    @WriteOperation
    public void release(@Selector String topic, @Selector String petition) {
        inbox.release(topic, petition);
    }

    @DeleteOperation
    public void passOver(@Selector String topic, @Selector String petition) {
        inbox.passOver(topic, petition);
    }
}
