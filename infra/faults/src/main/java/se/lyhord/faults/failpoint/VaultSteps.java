package se.lyhord.faults.failpoint;

import java.util.ArrayList;
import java.util.List;
import se.lyhord.local.run.Service;

/** Before each operation of a vault on its files, one after the other. */
final class VaultSteps {

    private static final String VAULT = "se.lyhord.keyvault.";
    private static final List<String> OPERATIONS =
            List.of("write", "overwrite", "sync", "syncDirectory", "rename", "delete");

    private static final List<String> CREATE = List.of("write", "sync", "rename", "sync-rename");
    private static final List<String> SHRED =
            List.of(
                    "write-root",
                    "sync-root",
                    "sync-root-name",
                    "write",
                    "sync",
                    "rename",
                    "sync-rename",
                    "overwrite-root",
                    "sync-overwritten-root",
                    "unlink-root",
                    "sync-unlinked-root",
                    "unlink-vault",
                    "sync-unlinked-vault",
                    "test");

    private VaultSteps() {}

    static List<Failpoint> create(String who, Service service) {
        return steps(who + "-vault-create-", service, VAULT + "VaultStore.add", CREATE);
    }

    static List<Failpoint> shred(String who, Service service) {
        List<Failpoint> all = new ArrayList<>();
        List<String> onFiles = SHRED.subList(0, SHRED.size() - 1);
        String shred = VAULT + "VaultStore.shred";
        all.addAll(steps(who + "-vault-shred-", service, shred, onFiles));
        String name = who + "-vault-shred-" + SHRED.getLast();
        all.add(Failpoint.before(name, service, VAULT + "VaultStore", "test"));
        String leases = who + "-vault-shred-leases";
        all.add(Failpoint.before(leases, service, VAULT + "FileVault", "awaitLeases"));
        String done = who + "-vault-shred-done";
        all.add(Failpoint.after(done, service, VAULT + "FileVault", "awaitLeases"));
        return all;
    }

    private static List<Failpoint> steps(
            String prefix, Service service, String within, List<String> names) {
        List<Failpoint> steps = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            steps.add(
                    new Failpoint(
                            prefix + names.get(i),
                            service,
                            VAULT + "VaultFiles",
                            OPERATIONS,
                            false,
                            "",
                            within,
                            i + 1));
        }
        return steps;
    }
}
