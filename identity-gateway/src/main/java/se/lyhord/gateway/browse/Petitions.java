package se.lyhord.gateway.browse;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Published petitions, read from petition-service; pages seen before are served while it is away.
 */
@Component
public class Petitions {

    private static final Duration LATELY = Duration.ofSeconds(30);

    private final Reader reader;

    Petitions(@Qualifier("petitionReader") Reader reader) {
        this.reader = reader;
    }

    /**
     * @throws NoSuchPetition when there is no published petition with this id
     * @throws UpstreamUnavailable when it cannot be read now and was not seen in the last day
     */
    public PetitionView find(UUID petition) {
        return read(petition, Reader.FRESH);
    }

    /**
     * As {@link #find}, but maybe half a minute old: for a vote, whose petition was shown before it
     * and where the voting service has the last word.
     */
    public PetitionView findForVote(UUID petition) {
        return read(petition, LATELY);
    }

    private PetitionView read(UUID petition, Duration goodFor) {
        Answer<PetitionView> answer =
                reader.get("/api/v1/petitions/" + petition, PetitionView.class, goodFor)
                        .orElseThrow(NoSuchPetition::new);
        return answer.value().readAt(answer.staleSince());
    }

    /** One page of the petitions chosen. */
    PetitionPage list(ListChoice choice, int size) {
        UriComponentsBuilder path = UriComponentsBuilder.fromPath("/api/v1/petitions");
        choice.standings().forEach(standing -> path.queryParam("standing", standing));
        choice.committees().forEach(committee -> path.queryParam("committee", committee));
        if (!choice.words().isEmpty()) {
            path.queryParam("q", "{words}");
        }
        String encoded =
                path.queryParam("sort", choice.sort().name().toLowerCase(Locale.ROOT))
                        .queryParam("page", choice.page() - 1)
                        .queryParam("size", size)
                        .encode()
                        .buildAndExpand(choice.words())
                        .toUriString();
        Answer<PetitionPage> answer =
                reader.get(encoded, PetitionPage.class).orElseThrow(UpstreamUnavailable::new);
        return answer.value().readAt(answer.staleSince());
    }

    /**
     * Some of the petitions that are open for votes, those that close soonest first.
     *
     * @param page the first being 1
     * @throws UpstreamUnavailable when it cannot be read now and was not seen in the last day
     */
    public PetitionPage open(int page, int size) {
        return list(
                new ListChoice(
                        "", EnumSet.of(Standing.OPEN), Set.of(), ListChoice.Sort.CLOSING, page),
                size);
    }

    /**
     * How it goes on the whole.
     *
     * @throws UpstreamUnavailable when it cannot be read now and was not seen in the last day
     */
    Answer<Statistics> statistics() {
        return reader.get("/api/v1/statistics", Statistics.class)
                .orElseThrow(UpstreamUnavailable::new);
    }

    /** The rules for petitions that open from now on; empty when they cannot be had. */
    Optional<Rules> rules() {
        try {
            return reader.get("/api/v1/rules", Rules.class).map(Answer::value);
        } catch (UpstreamUnavailable e) {
            return Optional.empty();
        }
    }
}
