package se.lyhord.moderation.review;

import java.util.Optional;
import java.util.UUID;

/** The texts that have been fetched for review. */
public interface PetitionTexts {

    /** The given version of a petition's text, or empty while it has not been fetched. */
    Optional<PetitionText> find(UUID petitionId, int textVersion);
}
