package se.lyhord.voting.published;

import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import se.lyhord.exchange.EventPublisher;
import se.lyhord.exchange.NumberedPublisher;
import se.lyhord.voting.ballot.BallotBoxEvent;

/** Translates the box's own events to published ones; what is nobody else's business stays here. */
public class BallotBoxForwarder {

    private static final String TOPIC = "voting";

    private final NumberedPublisher numbered;
    private final EventPublisher plain;

    BallotBoxForwarder(NumberedPublisher numbered, EventPublisher plain) {
        this.numbered = numbered;
        this.plain = plain;
    }

    /** Publishes one event and returns when the broker has it. */
    @EventHandler
    public void on(BallotBoxEvent event) {
        UUID petition = event.petitionId();
        switch (event) {
            case BallotBoxEvent.BallotBoxOpened opened ->
                    numbered.publish(TOPIC, petition, new BallotBoxOpened(petition));
            case BallotBoxEvent.BallotBoxFenced fenced ->
                    numbered.publish(
                            TOPIC,
                            petition,
                            new BallotBoxFenced(
                                    petition, fenced.revision(), fenced.cut(), fenced.digest()));
            case BallotBoxEvent.SaltLost lost ->
                    numbered.publish(TOPIC, petition, new SaltLost(petition));
            case BallotBoxEvent.SaltShredded shredded ->
                    numbered.publish(
                            TOPIC,
                            petition,
                            new SaltShredded(
                                    petition, shredded.vaultKind(), shredded.vaultGeneration()));
            case BallotBoxEvent.BallotBoxPurged purged -> {
                // Counts grew with the votes; the compacted topic forgets them with the box.
                plain.tombstone("counts", petition);
                numbered.publish(TOPIC, petition, new BallotBoxPurged(petition));
            }
            case BallotBoxEvent.DeadlineMoved moved -> {}
            case BallotBoxEvent.BallotBoxSuspended suspended -> {}
            case BallotBoxEvent.BallotBoxResumed resumed -> {}
            case BallotBoxEvent.FenceStarted started -> {}
            case BallotBoxEvent.BallotBoxForgotten forgotten -> {}
        }
    }
}
