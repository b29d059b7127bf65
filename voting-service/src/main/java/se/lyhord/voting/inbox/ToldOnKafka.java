package se.lyhord.voting.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.lyhord.exchange.BrokerUnavailable;
import se.lyhord.exchange.TopicHistory;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.voting.shred.ToldBefore;

/** Reads what this service has told itself, the orders to shred and the certificates. */
@Component
class ToldOnKafka implements ToldBefore {

    private static final Logger LOG = LoggerFactory.getLogger(ToldOnKafka.class);

    private final TopicHistory history;

    ToldOnKafka(TopicHistory history) {
        this.history = history;
    }

    @Override
    public @Nullable Told read() {
        Map<UUID, BallotBoxFenced> fences = new HashMap<>();
        List<TallyFinalized> tallies = new ArrayList<>();
        Set<UUID> certified = new HashSet<>();
        Set<UUID> shredded = new HashSet<>();
        try {
            // Orders first: what is told of a box after they were read is told for another.
            history.read("tally")
                    .each(TallyFinalized.class, tallies::add)
                    .each(PetitionCertified.class, event -> certified.add(event.petitionId()));
            history.read("voting")
                    .each(
                            BallotBoxFenced.class,
                            event -> fences.putIfAbsent(event.petitionId(), event))
                    .each(SaltShredded.class, event -> shredded.add(event.petitionId()));
        } catch (BrokerUnavailable away) {
            LOG.warn("Cannot read yet what was told of boxes and salts: {}", away.getMessage());
            return null;
        }
        List<ShredOrder> fenced =
                orders(
                        tallies,
                        tally -> {
                            BallotBoxFenced told = fences.get(tally.petitionId());
                            return told != null && tally.isFor(told);
                        });
        List<ShredOrder> certifiedAlone =
                orders(
                        tallies,
                        tally ->
                                certified.contains(tally.petitionId())
                                        && !fences.containsKey(tally.petitionId()));
        certified.stream().filter(fences::containsKey).forEach(shredded::add);
        return new Told(fenced, certifiedAlone, shredded);
    }

    private static List<ShredOrder> orders(
            List<TallyFinalized> tallies, Predicate<TallyFinalized> which) {
        return tallies.stream().filter(which).map(TallyFinalized::order).toList();
    }
}
