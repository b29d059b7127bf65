package se.lyhord.gateway.browse;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Counts, read from tally-projector. A page never fails for want of a number. */
@Component
class Tallies {

    private final Reader reader;

    Tallies(@Qualifier("tallyReader") Reader reader) {
        this.reader = reader;
    }

    record Several(List<TallyView> items) {}

    /** The count, or one that says that it is not known. */
    TallyView find(UUID petition) {
        try {
            return reader.get("/api/v1/tallies/" + petition, TallyView.class)
                    .map(Answer::value)
                    .orElseGet(() -> TallyView.unknown(petition));
        } catch (UpstreamUnavailable e) {
            return TallyView.unknown(petition);
        }
    }

    /** How the count has grown; empty when it cannot be had. */
    Optional<VoteHistory> history(UUID petition) {
        try {
            return reader.get("/api/v1/tallies/" + petition + "/history", VoteHistory.class)
                    .map(Answer::value);
        } catch (UpstreamUnavailable e) {
            return Optional.empty();
        }
    }

    /** Counts of many petitions with one question; those that are missing are not known. */
    Map<UUID, TallyView> findAll(Collection<UUID> petitions) {
        if (petitions.isEmpty()) {
            return Map.of();
        }
        String ids =
                petitions.stream().distinct().map(UUID::toString).collect(Collectors.joining(","));
        try {
            return reader
                    .get("/api/v1/tallies?petition=" + ids, Several.class)
                    .map(Answer::value)
                    .map(Several::items)
                    .orElse(List.of())
                    .stream()
                    .collect(
                            Collectors.toMap(
                                    TallyView::petitionId, Function.identity(), (a, b) -> b));
        } catch (UpstreamUnavailable e) {
            return Map.of();
        }
    }
}
