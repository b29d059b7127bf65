package se.lyhord.moderation.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What moderators tell each other about a petition. None of it is ever public. */
public interface CaseFile {

    /**
     * A note to colleagues.
     *
     * @param byName the name that colleagues read
     */
    record Note(Instant at, String byName, String text) {}

    /** The notes about a petition, the first first. */
    List<Note> notes(UUID petitionId);

    /** The petition's tags, in order of the alphabet. */
    List<String> tags(UUID petitionId);

    /** Every tag in use on any petition, in order of the alphabet; at most 100. */
    List<String> allTags();

    /** The names of those who have the petition open, but for one. */
    List<String> lookingBesides(UUID petitionId, String viewer, Instant now);

    /** Notes that somebody has the petition open now. */
    void looks(UUID petitionId, String viewer, String viewerName, Instant now);

    /** Notes that somebody has left the petition. */
    void left(UUID petitionId, String viewer);
}
