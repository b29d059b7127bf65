package se.lyhord.gateway.inbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.lyhord.exchange.BrokerUnavailable;
import se.lyhord.exchange.TopicHistory;
import se.lyhord.gateway.pseudonym.KeysToldBefore;
import se.lyhord.keyvault.KeysTold;

/** Reads the gateway's own announcements and the certificates, both kept always. */
@Component
class KeysToldOnKafka implements KeysToldBefore {

    private static final Logger LOG = LoggerFactory.getLogger(KeysToldOnKafka.class);

    private final TopicHistory history;

    KeysToldOnKafka(TopicHistory history) {
        this.history = history;
    }

    @Override
    public @Nullable KeysTold read() {
        Set<UUID> created = new HashSet<>();
        Map<UUID, Long> shredded = new HashMap<>();
        Set<UUID> certified = new HashSet<>();
        try {
            history.read("keys")
                    .each(PseudonymKeyCreated.class, event -> created.add(event.petitionId()))
                    .each(
                            PseudonymKeyShredded.class,
                            event ->
                                    shredded.merge(
                                            event.petitionId(),
                                            event.vaultGeneration(),
                                            Math::max));
            history.read("tally")
                    .each(PetitionCertified.class, event -> certified.add(event.petitionId()));
        } catch (BrokerUnavailable away) {
            LOG.warn("Cannot read yet what was told of the key vault: {}", away.getMessage());
            return null;
        }
        return new KeysTold(created, shredded, certified);
    }
}
