package se.lyhord.tally.finalise;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.keyvault.SigningKey;
import se.lyhord.tally.config.Signers;
import se.lyhord.tally.config.Sweep;
import se.lyhord.tally.tally.BallotBoxFence;
import se.lyhord.tally.tally.FinalTally;
import se.lyhord.tally.tally.ListRefused;
import se.lyhord.tally.tally.Recount;

/**
 * Downloads the list of a fenced box, recounts it, keeps it, recounts what it has kept, and only
 * then signs: the signature is the order to destroy the keys, after which there are no more copies
 * to be had. Goes on from wherever it was stopped, for as long as it takes.
 */
@Component
class WhenBallotBoxFencedThenFinalise implements Sweep {

    private static final Logger LOG =
            LoggerFactory.getLogger(WhenBallotBoxFencedThenFinalise.class);

    private final FencedBoxes boxes;
    private final TrackerListDownload download;
    private final TrackerLists lists;
    private final SigningKey key;

    WhenBallotBoxFencedThenFinalise(
            FencedBoxes boxes, TrackerListDownload download, TrackerLists lists, Signers signers) {
        this.boxes = boxes;
        this.download = download;
        this.lists = lists;
        this.key = signers.shredOrder();
    }

    @Override
    public boolean sweepOne() {
        var due = boxes.takeUp();
        due.ifPresent(this::tryToFinalise);
        return due.isPresent();
    }

    private void tryToFinalise(BallotBoxFence fence) {
        try {
            if (lists.recount(fence.petition()).isEmpty()) {
                fetch(fence);
            }
            lists.recount(fence.petition()).map(fence::agree).ifPresent(this::sign);
        } catch (RestClientException | OAuth2AuthorizationException e) {
            LOG.warn("Tracker list of {} comes later: {}", fence.petition(), e.toString());
        } catch (ListRefused e) {
            LOG.error("Tracker list of {} is refused: {}", fence.petition(), e.getMessage());
        }
    }

    private void fetch(BallotBoxFence fence) {
        try {
            Path file = Files.createTempFile("trackers", ".txt");
            try {
                download.into(file, fence.petition());
                fence.agree(recount(file, fence));
                try (InputStream list = Files.newInputStream(file)) {
                    lists.store(fence.petition(), list);
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FinalTally recount(Path file, BallotBoxFence fence) throws IOException {
        var recount = new Recount(fence.petition());
        byte[] buffer = new byte[64 * 1024];
        try (var list = new BufferedInputStream(Files.newInputStream(file))) {
            for (int read = list.read(buffer); read >= 0; read = list.read(buffer)) {
                recount.add(buffer, 0, read);
            }
        }
        return recount.result();
    }

    private void sign(FinalTally tally) {
        byte[] order = ShredOrder.bytesToSign(tally.petition(), tally.count(), tally.digest());
        boxes.finalise(tally, key, key.sign(order));
        LOG.info("Tally of {} is final: {} votes", tally.petition(), tally.count());
    }
}
