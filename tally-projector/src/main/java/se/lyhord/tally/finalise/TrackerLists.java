package se.lyhord.tally.finalise;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.tally.tally.FinalTally;
import se.lyhord.tally.tally.Recount;

/** This service's own copy of each final tracker list, in pieces that fit into memory. */
@Component
class TrackerLists {

    /** The same for every instance, so that two that store the same list store the same pieces. */
    private static final int PART = Recount.LINE * 30_000;

    private final JdbcClient jdbc;

    TrackerLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a list; all of it or nothing. An empty list is one empty piece. */
    @Transactional
    public void store(UUID petition, InputStream list) throws IOException {
        int part = 0;
        byte[] bytes = list.readNBytes(PART);
        do {
            jdbc.sql(
                            """
                            INSERT INTO tracker_list_part (petition, part, trackers)
                            VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                            """)
                    .params(petition, part++, bytes)
                    .update();
            bytes = list.readNBytes(PART);
        } while (bytes.length > 0);
    }

    /** Recounts what is stored; nothing if there is no list yet. */
    Optional<FinalTally> recount(UUID petition) {
        var recount = new Recount(petition);
        int parts = 0;
        for (var bytes = part(petition, parts); bytes.isPresent(); ) {
            recount.add(bytes.get(), 0, bytes.get().length);
            bytes = part(petition, ++parts);
        }
        return parts == 0 ? Optional.empty() : Optional.of(recount.result());
    }

    private Optional<byte[]> part(UUID petition, int part) {
        return jdbc.sql("SELECT trackers FROM tracker_list_part WHERE petition = ? AND part = ?")
                .params(petition, part)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }
}
