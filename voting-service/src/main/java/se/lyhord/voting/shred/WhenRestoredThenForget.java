package se.lyhord.voting.shred;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.voting.ballot.BallotBoxCommand.ForgetBallotBox;
import se.lyhord.voting.ballot.BoxState;
import se.lyhord.voting.config.BoxRegister;
import se.lyhord.voting.config.BoxRow;

/**
 * Before anything is served: a box whose salt is destroyed, though this database knows of no order,
 * was restored from an old copy. It is given up and dropped, never opened again.
 */
@Component
@DependsOn("axonLifecycle")
class WhenRestoredThenForget implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WhenRestoredThenForget.class);

    private final KeyVault salts;
    private final BoxRegister boxes;
    private final JdbcClient jdbc;
    private volatile boolean done;

    WhenRestoredThenForget(KeyVault salts, BoxRegister boxes, JdbcClient jdbc) {
        this.salts = salts;
        this.boxes = boxes;
        this.jdbc = jdbc;
    }

    @Override
    public void start() {
        salts.tombstones().forEach(this::reconcile);
        done = true;
    }

    private void reconcile(UUID petition) {
        BoxRow box = boxes.find(petition).orElse(null);
        if (box == null || !box.state().isReadable() || isOrdered(petition)) {
            return;
        }
        boxes.change(
                petition,
                () -> new ForgetBallotBox(petition),
                () -> boxes.state(petition, BoxState.SHREDDED));
        LOG.warn("Ballot box of petition {} came back from an old copy and is dropped", petition);
    }

    /** A crash between shredding and recording it: the sweep goes on from there. */
    private boolean isOrdered(UUID petition) {
        return jdbc.sql("SELECT count(*) FROM shred_order WHERE petition = ?")
                        .param(petition)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** After the command bus, before the group commit, web server and listeners. */
    @Override
    public int getPhase() {
        return -1;
    }
}
