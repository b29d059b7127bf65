package se.lyhord.voting.config;

import java.io.IOException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.lyhord.keyvault.ComparedVault;
import se.lyhord.keyvault.FileVault;
import se.lyhord.keyvault.RotatingKeys;
import se.lyhord.keyvault.ShredOrderKeys;
import se.lyhord.keyvault.VaultUnavailableException;

/** The salts' vault, the keys of voter tokens and those of orders to shred. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    ShredOrderKeys shredOrderKeys(VotingProperties properties) {
        return ShredOrderKeys.in(properties.shredOrder().keys());
    }

    @Bean(destroyMethod = "close")
    ComparedVault salts(VotingProperties properties, ShredOrderKeys orderKeys) {
        return new ComparedVault(
                FileVault.open(
                        properties.vault().directory(), orderKeys, properties.vault().lease()));
    }

    @Bean
    VoterTokens voterTokens(VotingProperties properties) throws IOException {
        var keys = RotatingKeys.open(properties.voterToken().directory(), "HmacSHA256");
        return new VoterTokens(keys, java.time.InstantSource.system());
    }

    /** Named {@code vault} in the health groups. */
    @Bean
    HealthIndicator vaultHealthIndicator(ComparedVault salts) {
        return () -> {
            try {
                return (salts.hasAgreed() ? Health.up() : Health.outOfService())
                        .withDetail("generation", salts.generation())
                        .build();
            } catch (VaultUnavailableException e) {
                return Health.down().build();
            }
        };
    }
}
