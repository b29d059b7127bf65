package se.lyhord.gateway.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lyhord.keyvault.ComparedVault;
import se.lyhord.keyvault.FileVault;
import se.lyhord.keyvault.RotatingKeys;
import se.lyhord.keyvault.ShredOrderKeys;
import se.lyhord.keyvault.VaultUnavailableException;

/** The gateway's keys, each in a directory of its own that no backup takes. */
@Configuration(proxyBeanMethods = false)
class GatewayKeys {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    ComparedVault pseudonymKeys(
            @Value("${lyhord.vault.directory}") String directory,
            @Value("${lyhord.vault.lease}") Duration lease,
            @Value("${lyhord.shred-order.keys}") String shredOrderKeys) {
        return new ComparedVault(
                FileVault.open(
                        Path.of(directory), ShredOrderKeys.in(Path.of(shredOrderKeys)), lease));
    }

    /** Named {@code vault} in the health groups. */
    @Bean
    HealthIndicator vaultHealthIndicator(ComparedVault pseudonymKeys) {
        return () -> {
            try {
                long generation = pseudonymKeys.generation();
                return (pseudonymKeys.hasAgreed() ? Health.up() : Health.outOfService())
                        .withDetail("generation", generation)
                        .build();
            } catch (VaultUnavailableException e) {
                return Health.down().build();
            }
        };
    }

    @Bean
    RotatingKeys voterTokenKeys(@Value("${lyhord.voter-token.directory}") String directory)
            throws IOException {
        return RotatingKeys.open(Path.of(directory), "HmacSHA256");
    }

    @Bean
    RotatingKeys sessionKeys(@Value("${lyhord.session.directory}") String directory)
            throws IOException {
        return RotatingKeys.open(Path.of(directory), "AES");
    }

    @Bean
    Sealer sealer(RotatingKeys sessionKeys, Clock clock) {
        return new Sealer(sessionKeys, clock);
    }

    @Bean
    SealedCookies sealedCookies(Sealer sealer, @Value("${lyhord.public-url}") URI publicUrl) {
        return new SealedCookies(sealer, "https".equals(publicUrl.getScheme()));
    }
}
