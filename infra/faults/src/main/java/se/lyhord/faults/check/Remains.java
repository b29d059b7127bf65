package se.lyhord.faults.check;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.lyhord.keyvault.FileVault;
import se.lyhord.keyvault.ShredOrderKeys;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.PostgresCluster;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.Service;

/** Looks where the voters were known, with more rights than anybody in the product has. */
public final class Remains {

    private static final String BOX =
            """
            SELECT state, cut, digest, to_regclass('ballots.' || ballots.table_of(petition)) IS NULL,
                   ballots.wal_gone(dropped_at_lsn)
            FROM ballot_box WHERE petition = ?
            """;

    private final LocalSystem system;

    /**
     * @param system a running system
     */
    public Remains(LocalSystem system) {
        this.system = system;
    }

    /** What is there that should be gone, and where the box's cut is another than certified. */
    List<Finding> of(UUID petition, Certified certified) {
        List<Finding> findings = new ArrayList<>();
        for (Service service : List.of(Service.VOTING, Service.GATEWAY)) {
            if (!isTombstoned(service, petition)) {
                findings.add(remaining(petition, "key of " + service.module()));
            }
        }
        findings.addAll(ofBox(petition, certified));
        return findings;
    }

    /** Whether the service's key for the petition is destroyed, and that is on record. */
    public boolean isTombstoned(Service service, UUID petition) {
        ShredOrderKeys keys = ShredOrderKeys.in(system.shredOrderKeys());
        try (FileVault vault = FileVault.open(system.vault(service), keys, Duration.ofSeconds(2))) {
            return vault.tombstones().contains(petition) && !vault.holds(petition);
        }
    }

    private List<Finding> ofBox(UUID petition, Certified certified) {
        List<Finding> findings = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(
                                system.voteCluster().url("voting"),
                                PostgresCluster.SUPERUSER,
                                system.secrets().get("postgres-votes", "superuser.password"));
                var select = connection.prepareStatement(BOX)) {
            select.setObject(1, petition);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    return List.of(remaining(petition, "no row of the box is left"));
                }
                if (!"PURGED".equals(rows.getString(1))) {
                    findings.add(remaining(petition, "box is " + rows.getString(1)));
                }
                if (!rows.getBoolean(4)) {
                    findings.add(remaining(petition, "table of votes"));
                }
                if (!rows.getBoolean(5)) {
                    findings.add(remaining(petition, "write-ahead log of the votes"));
                }
                if (rows.getLong(2) != certified.count()
                        || !certified.digest().equals(rows.getString(3))) {
                    findings.add(
                            new Finding(
                                    Finding.Kind.DISAGREEING,
                                    petition,
                                    "cut is " + rows.getLong(2)));
                }
            }
        } catch (SQLException e) {
            throw new LocalFailure("The vote database cannot be looked into.", e);
        }
        return findings;
    }

    private static Finding remaining(UUID petition, String what) {
        return new Finding(Finding.Kind.REMAINING, petition, what);
    }
}
