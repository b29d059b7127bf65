package se.lyhord.petition.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What this service listens to, with no more of each event than it needs. */
sealed interface Heard {

    /** Whose event it is. */
    UUID petitionId();

    /** From moderation: this version of the text may be published. */
    record PetitionApproved(UUID petitionId, int textVersion, Instant decidedAt) implements Heard {}

    /** From moderation: no, for a reason that is public. */
    record PetitionRejected(
            UUID petitionId, int textVersion, String reason, boolean textHidden, Instant decidedAt)
            implements Heard {}

    /** From moderation: hide it, for a reason that is public; for good if the vote ends with it. */
    record PetitionTakenDown(UUID petitionId, String reason, boolean endsVote, Instant decidedAt)
            implements Heard {}

    /** From moderation: show it again. */
    record PetitionRestored(UUID petitionId, Instant decidedAt) implements Heard {}

    /** From moderation: these places of the text are not for the public. */
    record PetitionRedacted(
            UUID petitionId, int textVersion, List<Place> redactions, Instant decidedAt)
            implements Heard {

        /** One place: indexes of UTF-16 code units, and what kind of thing is hidden. */
        record Place(String field, int start, int end, String kind) {}
    }

    /** From moderation: the petitioner is asked for a better text. */
    record PetitionReturned(UUID petitionId, int textVersion, Instant decidedAt) implements Heard {}

    /** From moderation: another petition asks for the same. */
    record DuplicateNamed(UUID petitionId, UUID duplicateOf, Instant decidedAt) implements Heard {}

    /** From moderation: another authority decides in the matter; a code that is settled. */
    record AuthorityNamed(UUID petitionId, String authority, Instant decidedAt) implements Heard {}

    /** From voting: votes can be taken. */
    record BallotBoxOpened(UUID petitionId) implements Heard {}

    /** From voting: its key is lost, and no vote can be taken any more. */
    record SaltLost(UUID petitionId) implements Heard {}

    /** From voting: its key is destroyed. */
    record SaltShredded(UUID petitionId) implements Heard {}

    /** From the gateway: voters can be given pseudonyms. */
    record PseudonymKeyCreated(UUID petitionId) implements Heard {}

    /** From the gateway: its key is lost, and voters can be given no pseudonyms any more. */
    record PseudonymKeyLost(UUID petitionId) implements Heard {}

    /** From the gateway: its key is destroyed. */
    record PseudonymKeyShredded(UUID petitionId) implements Heard {}

    /** From voting: how many votes there are, now and then. */
    record VotesCounted(UUID petitionId, long count) implements Heard {}

    /** From tally: the final count. */
    record TallyFinalized(UUID petitionId, long count) implements Heard {}

    /** From tally: who voted is forgotten, and there is proof. */
    record PetitionCertified(UUID petitionId, long count, LocalDate day) implements Heard {}
}
