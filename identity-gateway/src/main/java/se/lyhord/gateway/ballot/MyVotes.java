package se.lyhord.gateway.ballot;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.login.CitizenSession;
import se.lyhord.gateway.pseudonym.VoterToken;
import se.lyhord.gateway.pseudonym.VoterTokens;
import se.lyhord.keyvault.VaultUnavailableException;

/**
 * Looks for one person's votes, petition by petition: each question is a request of its own, in
 * random order, with pauses of random length, and among those of everybody else who looks. It is
 * asked of every open petition, so that what is asked says nothing. docs/privacy.md says what can
 * be seen all the same.
 */
@Component
class MyVotes {

    /** People whose votes are looked for at the same time; more wait a little, or come again. */
    private static final int LOOKING = 20;

    private static final Duration TURN = Duration.ofSeconds(5);

    /** Questions under way at the same time, of everybody together. */
    private static final int QUESTIONS = 2;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final VoterTokens tokens;
    private final VotingService voting;
    private final Duration pause;
    private final Duration patience;
    private final Semaphore looking = new Semaphore(LOOKING);
    private final Semaphore questions = new Semaphore(QUESTIONS);

    /**
     * @param pause the longest between two questions for one person
     * @param patience after which what is left is not asked
     */
    MyVotes(
            VoterTokens tokens,
            VotingService voting,
            @Value("${lyhord.my-votes.pause}") Duration pause,
            @Value("${lyhord.my-votes.patience}") Duration patience) {
        this.tokens = tokens;
        this.voting = voting;
        this.pause = pause;
        this.patience = patience;
    }

    /** On which of the petitions the person's vote counts, and for which nobody could tell now. */
    record Found(Set<UUID> voted, Set<UUID> unknown) {}

    /**
     * Looks among these petitions.
     *
     * @return null when too many look at the same time
     */
    @Nullable Found among(List<UUID> petitions, CitizenSession citizen)
            throws InterruptedException {
        if (!looking.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
            return null;
        }
        try {
            return look(petitions, citizen);
        } finally {
            looking.release();
        }
    }

    private Found look(List<UUID> petitions, CitizenSession citizen) throws InterruptedException {
        List<UUID> shuffled = new ArrayList<>(petitions);
        Collections.shuffle(shuffled, RANDOM);
        Found found = new Found(new HashSet<>(), new HashSet<>());
        long end = System.nanoTime() + patience.toNanos();
        for (UUID petition : shuffled) {
            if (System.nanoTime() > end) {
                found.unknown().add(petition);
                continue;
            }
            switch (ask(petition, citizen)) {
                case VoteAnswer.Counted counted -> found.voted().add(petition);
                case VoteAnswer.NoVote none -> {}
                case VoteAnswer.Closed closed -> {}
                case VoteAnswer.NotOpen notOpen -> {}
                case VoteAnswer.Suspended suspended -> found.unknown().add(petition);
                case VoteAnswer.Busy busy -> found.unknown().add(petition);
                case VoteAnswer.Unknown unknown -> found.unknown().add(petition);
            }
            Thread.sleep(RANDOM.nextLong(pause.toMillis() + 1));
        }
        return found;
    }

    private VoteAnswer.ToFind ask(UUID petition, CitizenSession citizen)
            throws InterruptedException {
        questions.acquire();
        try {
            VoterToken token = tokens.issue(petition, citizen.number());
            return token == null ? new VoteAnswer.NotOpen() : voting.find(petition, token);
        } catch (VaultUnavailableException e) {
            return new VoteAnswer.Busy();
        } finally {
            questions.release();
        }
    }
}
