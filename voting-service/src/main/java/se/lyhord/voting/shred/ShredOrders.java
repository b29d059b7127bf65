package se.lyhord.voting.shred;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.voting.config.BoxRow;

/** The orders to shred, kept as they were signed. */
@Component
class ShredOrders {

    private final JdbcClient jdbc;

    ShredOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps an order; the first for a box stays. */
    void note(ShredOrder order) {
        jdbc.sql(
                        """
                        INSERT INTO shred_order (petition, count, digest, kid, signature)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (petition) DO NOTHING
                        """)
                .param(order.petition())
                .param(order.count())
                .param(order.digest())
                .param(order.kid())
                .param(Base64.getUrlEncoder().withoutPadding().encodeToString(order.signature()))
                .update();
    }

    /** Whether an order states the box's own cut. */
    static boolean statesCutOf(BoxRow box, ShredOrder order) {
        return box.cut() != null
                && box.cut() == order.count()
                && order.digest().equals(box.digest());
    }

    /** Fenced boxes whose cut is ordered to be shredded. */
    List<UUID> due() {
        return petitions("state = 'FENCED' AND o.count = b.cut AND o.digest = b.digest");
    }

    /** Boxes whose salt is destroyed, by what this database knows. */
    List<UUID> carriedOut() {
        return petitions("state IN ('SHREDDED', 'PURGED')");
    }

    private List<UUID> petitions(String condition) {
        return jdbc.sql(
                        "SELECT petition FROM shred_order o JOIN ballot_box b USING (petition) WHERE "
                                + condition)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The order for a box that has one. */
    ShredOrder of(UUID petition) {
        return jdbc.sql(
                        """
                        SELECT petition, count, digest, kid, signature
                        FROM shred_order WHERE petition = ?
                        """)
                .param(petition)
                .query(ShredOrders::order)
                .single();
    }

    private static ShredOrder order(ResultSet row, int number) throws SQLException {
        return new ShredOrder(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Base64.getUrlDecoder().decode(row.getString(5)));
    }
}
