package se.lyhord.moderation.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.lyhord.moderation.log.LogCheck.Finding;
import se.lyhord.moderation.log.LogCheck.Kind;

class LogCheckTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456789Z");

    private final List<LogEntry> log = new ArrayList<>();
    private LogHead head = LogHead.EMPTY;

    @BeforeEach
    void fiveEntries() {
        for (var note : new String[] {"ett", "två", "tre", "fyra", null}) {
            add(note);
        }
    }

    @Test
    void anEmptyLogIsWhole() {
        log.clear();
        head = LogHead.EMPTY;
        assertThat(found()).isEmpty();
    }

    @Test
    void anUntouchedLogIsWhole() {
        assertThat(found()).isEmpty();
        assertThat(found(log.get(2).head())).isEmpty();
    }

    @Test
    void aChangedEntryIsFound() {
        log.set(2, changed(log.get(2), "tre!", log.get(2).hash()));
        assertThat(found()).containsExactly(new Finding(3, Kind.CHANGED));
    }

    @Test
    void aPartMovedToItsNeighbourIsFound() {
        var entry = log.get(4);
        log.set(
                4,
                new LogEntry(
                        5,
                        entry.at(),
                        entry.by() + entry.byName(),
                        "",
                        entry.action(),
                        null,
                        null,
                        null,
                        null,
                        entry.previousHash(),
                        entry.hash()));
        assertThat(found()).containsExactly(new Finding(5, Kind.CHANGED));
    }

    @Test
    void anEntrySealedAnewIsFoundAtTheNextOne() {
        var forged = LogEntry.after(log.get(1).head(), NOON, deed("något annat"));
        log.set(2, forged);
        assertThat(found()).containsExactly(new Finding(4, Kind.RESEALED));
    }

    @Test
    void removedEntriesAreFoundWhereverTheyWere() {
        log.remove(0);
        log.remove(2);
        assertThat(found())
                .containsExactly(new Finding(1, Kind.REMOVED), new Finding(4, Kind.REMOVED));
        log.removeLast();
        assertThat(found()).contains(new Finding(4, Kind.CUT_OFF));
    }

    @Test
    void aLogSealedAnewFromTheBeginningIsFoundByWhoeverWroteItsEndDown() {
        var writtenDown = head;
        log.clear();
        head = LogHead.EMPTY;
        for (var note : new String[] {"ett", "två", "annat", "fyra", "fem"}) {
            add(note);
        }
        assertThat(found()).isEmpty();
        assertThat(found(writtenDown)).containsExactly(new Finding(5, Kind.NOT_AS_WRITTEN_DOWN));
    }

    @Test
    void aShortenedLogIsFoundByWhoeverWroteItsEndDown() {
        var writtenDown = head;
        log.removeLast();
        head = log.getLast().head();
        assertThat(found(writtenDown)).containsExactly(new Finding(5, Kind.CUT_OFF));
    }

    @Test
    void aCodeIsReadAsItWasShown() {
        assertThat(LogHead.parse(" " + head.code() + "\n")).contains(head);
        assertThat(LogHead.parse("17:abc")).isEmpty();
    }

    private List<Finding> found() {
        return found(null);
    }

    private List<Finding> found(LogHead writtenDown) {
        var check = new LogCheck(writtenDown);
        log.forEach(check::read);
        return check.end(head).findings();
    }

    private void add(String note) {
        log.add(LogEntry.after(head, NOON, deed(note)));
        head = log.getLast().head();
    }

    private static LogDeed deed(String note) {
        return new LogDeed("17", "Anna Lund", LogAction.APPROVE, null, null, null, note);
    }

    private static LogEntry changed(LogEntry entry, String note, String hash) {
        return new LogEntry(
                entry.number(),
                entry.at(),
                entry.by(),
                entry.byName(),
                entry.action(),
                entry.petitionId(),
                entry.textVersion(),
                entry.details(),
                note,
                entry.previousHash(),
                hash);
    }
}
