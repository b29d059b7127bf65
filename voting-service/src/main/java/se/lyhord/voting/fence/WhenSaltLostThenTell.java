package se.lyhord.voting.fence;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.keyvault.VaultUnavailableException;
import se.lyhord.voting.ballot.BallotBoxCommand.LoseSalt;
import se.lyhord.voting.ballot.BoxState;
import se.lyhord.voting.config.BoxRegister;
import se.lyhord.voting.config.BoxRow;
import se.lyhord.voting.config.SweepLock;

/**
 * Tells that two operators have declared a salt lost. The petition is closed for it, as only
 * petition-service may, and its box fenced at what it holds.
 */
@Component
class WhenSaltLostThenTell {

    private final KeyVault salts;
    private final BoxRegister boxes;
    private final SweepLock lock;

    WhenSaltLostThenTell(KeyVault salts, BoxRegister boxes, SweepLock lock) {
        this.salts = salts;
        this.boxes = boxes;
        this.lock = lock;
    }

    /** Again until the box is fenced; the box tells it once. */
    @Scheduled(fixedDelayString = "${lyhord.vault.look-back:1m}")
    void sweep() {
        Set<UUID> lost = lost();
        if (!lost.isEmpty()) {
            lock.alone(SweepLock.Sweep.FENCE, () -> open(lost), this::tell);
        }
    }

    private Set<UUID> lost() {
        try {
            return salts.lost();
        } catch (VaultUnavailableException away) {
            return Set.of();
        }
    }

    private List<UUID> open(Set<UUID> lost) {
        return boxes.all(BoxState.OPEN).stream()
                .map(BoxRow::petition)
                .filter(lost::contains)
                .toList();
    }

    private void tell(UUID petition) {
        boxes.change(petition, () -> new LoseSalt(petition), () -> {});
    }
}
