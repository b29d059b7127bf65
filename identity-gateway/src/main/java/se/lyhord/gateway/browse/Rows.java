package se.lyhord.gateway.browse;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts counts to lists of petitions, with one question for all of them. */
@Component
public class Rows {

    private final Tallies tallies;

    Rows(Tallies tallies) {
        this.tallies = tallies;
    }

    /** A petition in a list with its count. */
    public record Row(PetitionSummary petition, TallyView tally) {}

    /** The rows of one list. */
    public List<Row> of(List<PetitionSummary> petitions) {
        return rows(petitions, counts(petitions));
    }

    @SafeVarargs
    final Map<UUID, TallyView> counts(List<PetitionSummary>... lists) {
        return tallies.findAll(
                Stream.of(lists)
                        .flatMap(Collection::stream)
                        .filter(PetitionSummary::countIsElsewhere)
                        .map(PetitionSummary::id)
                        .toList());
    }

    static List<Row> rows(List<PetitionSummary> petitions, Map<UUID, TallyView> counts) {
        return petitions.stream()
                .map(petition -> new Row(petition, count(petition, counts)))
                .toList();
    }

    private static TallyView count(PetitionSummary petition, Map<UUID, TallyView> counts) {
        Long ended = petition.finalCount();
        return ended != null
                ? TallyView.ended(petition.id(), ended)
                : counts.getOrDefault(petition.id(), TallyView.unknown(petition.id()));
    }
}
