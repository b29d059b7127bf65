package se.lyhord.moderation.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A petition's text as the petitioner wrote it. Kept to be erasable, so never part of an event.
 *
 * @param petitionerName the name to show, or null when the petitioner gave none
 */
public record PetitionText(
        UUID petitionId,
        int textVersion,
        String title,
        String text,
        @Nullable String petitionerName,
        String language) {}
