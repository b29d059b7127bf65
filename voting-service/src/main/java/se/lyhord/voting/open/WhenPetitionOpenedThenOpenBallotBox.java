package se.lyhord.voting.open;

import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.Creation;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.voting.ballot.BallotBoxCommand.OpenBallotBox;
import se.lyhord.voting.config.BoxRegister;

/** Opens a petition's ballot box, once for ever, with a salt of its own. */
@Component
public class WhenPetitionOpenedThenOpenBallotBox {

    private static final Logger LOG =
            LoggerFactory.getLogger(WhenPetitionOpenedThenOpenBallotBox.class);

    private final BoxRegister boxes;
    private final KeyVault salts;

    WhenPetitionOpenedThenOpenBallotBox(BoxRegister boxes, KeyVault salts) {
        this.boxes = boxes;
        this.salts = salts;
    }

    /**
     * Opens the box unless there is, or was, one.
     *
     * @param closesAt voting ends when the vote database's clock says so
     * @param revision the deadline's
     */
    public void open(UUID petition, Instant closesAt, int revision) {
        if (boxes.find(petition).isPresent()) {
            return;
        }
        // Salt first: should the rest fail, the next try finds it there.
        Creation salt = salts.create(petition);
        if (salt == Creation.SHREDDED || salt == Creation.LOST) {
            LOG.warn("Petition {} was closed for good before; no box is opened", petition);
            return;
        }
        if (boxes.enter(new OpenBallotBox(petition, closesAt, revision))) {
            LOG.info("Ballot box of petition {} is open", petition);
        }
    }
}
