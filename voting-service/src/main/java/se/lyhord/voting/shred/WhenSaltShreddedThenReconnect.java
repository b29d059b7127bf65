package se.lyhord.voting.shred;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.keyvault.VaultUnavailableException;

/**
 * Lets every connection to the vote database go once a salt is destroyed, by whichever instance: a
 * connection's buffers keep the last of what it has sent, and so voter hashes.
 */
@Component
class WhenSaltShreddedThenReconnect {

    private final KeyVault salts;
    private final HikariDataSource connections;
    private long generation;

    WhenSaltShreddedThenReconnect(KeyVault salts, HikariDataSource connections) {
        this.salts = salts;
        this.connections = connections;
    }

    @Scheduled(fixedDelayString = "${lyhord.sweep:1s}")
    void reconnect() {
        try {
            long now = salts.generation();
            if (now != generation) {
                connections.getHikariPoolMXBean().softEvictConnections();
                generation = now;
            }
        } catch (VaultUnavailableException e) {
            return; // the vault's own health tells, and the next look may succeed
        }
    }
}
