package se.lyhord.keyvault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A vault in a directory on a local disk, shared by the instances of one service. The directory
 * belongs on an encrypted volume without snapshots, outside every database and backup.
 *
 * <p><b>Leases.</b> What an instance has read it may use for the length of a lease, counted from
 * just before it last found the vault unchanged. It looks again after a tenth of a second (one stat
 * of one file, by one thread), so in practice it sees a shredding at once; the lease bounds what
 * happens when it is paused. An HMAC is handed out only if the lease still ran when it had been
 * computed, so an instance that wakes from a pause, wherever it was, looks before its next HMAC.
 * The shredding instance waits for a lease and a tenth, by the monotonic clock alone, from when the
 * old files are gone. All instances must be given the same lease.
 *
 * <p><b>Failure.</b> After a failed fsync or a failed test after shredding nothing on disk is
 * certain: the process is halted, never the call repeated. The next start recovers.
 */
public final class FileVault implements KeyVault {

    /** How long a key may be cached, unless told otherwise. */
    public static final Duration DEFAULT_LEASE = Duration.ofSeconds(15);

    private static final Hmac UNKNOWN = new Hmac.Unknown();
    private static final Hmac SHREDDED = new Hmac.Shredded();
    private static final Hmac LOST = new Hmac.Lost();
    private static final long LOOK_AGAIN_NANOS = 100_000_000;
    private static final int EXIT_IO_ERROR = 74;

    private final SharedVault vault;
    private final ShredOrderKeys orderKeys;
    private final LeaseClock clock;
    private final long leaseNanos;
    private final MacPool macs = new MacPool();

    FileVault(
            VaultFiles files,
            ShredOrderKeys orderKeys,
            Duration lease,
            LeaseClock clock,
            Runnable halt) {
        if (!lease.isPositive()) {
            throw new IllegalArgumentException("A lease is longer than nothing");
        }
        this.vault = new SharedVault(files, clock, halt);
        this.orderKeys = orderKeys;
        this.clock = clock;
        this.leaseNanos = lease.toNanos();
        vault.exclusively((store, contents) -> contents);
    }

    /**
     * Opens the vault in a directory, recovering what a crash has left; an empty directory becomes
     * an empty vault.
     *
     * @param orderKeys verify the orders to shred
     * @param lease how long an instance may cache a key; the same for all instances
     * @throws VaultDamagedException if it holds files that do not open
     * @throws VaultUnavailableException if the directory can not be read or written
     */
    public static FileVault open(Path directory, ShredOrderKeys orderKeys, Duration lease) {
        try {
            return new FileVault(
                    new VaultFiles(directory),
                    orderKeys,
                    lease,
                    LeaseClock.SYSTEM,
                    () -> Runtime.getRuntime().halt(EXIT_IO_ERROR));
        } catch (IOException e) {
            throw new VaultUnavailableException("Key vault can not be opened", e);
        }
    }

    @Override
    public Creation create(UUID petition) {
        var creation = new Creation[] {Creation.ALREADY_THERE};
        vault.exclusively(
                (store, contents) -> {
                    if (contents.isShredded(petition)) {
                        creation[0] = Creation.SHREDDED;
                    } else if (contents.isLost(petition)) {
                        creation[0] = Creation.LOST;
                    } else if (contents.key(petition) == null) {
                        creation[0] = Creation.CREATED;
                        return store.add(contents, petition);
                    }
                    return contents;
                });
        return creation[0];
    }

    @Override
    public Hmac hmac(UUID petition, byte[] message) {
        for (boolean looked = false; ; looked = true) {
            vault.inUse().lock();
            try {
                VaultView seen = vault.view();
                long fresh = looked ? leaseNanos : Math.min(LOOK_AGAIN_NANOS, leaseNanos);
                if (seen.age(clock) < fresh) {
                    VaultKey key = seen.contents().key(petition);
                    if (key != null) {
                        byte[] mac = macs.mac(key, message);
                        if (seen.age(clock) < leaseNanos) {
                            return new Hmac.Mac(mac);
                        }
                        Arrays.fill(mac, (byte) 0);
                    } else if (seen.contents().isShredded(petition)) {
                        return SHREDDED;
                    } else if (seen.contents().isLost(petition)) {
                        return LOST;
                    } else if (looked) {
                        return UNKNOWN;
                    }
                }
            } finally {
                vault.inUse().unlock();
            }
            vault.look();
        }
    }

    @Override
    public Shredding shred(ShredOrder order) {
        if (!orderKeys.verifies(order.kid(), order.bytesToSign(), order.signature())) {
            throw new ShredOrderRefusedException(order);
        }
        VaultView after =
                vault.exclusively(
                        (store, contents) ->
                                contents.isShredded(order.petition())
                                        ? contents
                                        : store.shred(contents, order.petition()));
        awaitLeases(after);
        Long death = after.contents().tombstones().get(order.petition());
        return new Shredding(kind(), Objects.requireNonNull(death));
    }

    @Override
    public Loss declareLost(UUID petition) {
        VaultView after =
                vault.exclusively(
                        (store, contents) ->
                                contents.isShredded(petition)
                                                || contents.isLost(petition)
                                                || contents.key(petition) != null
                                        ? contents
                                        : store.declareLost(contents, petition));
        if (after.contents().isShredded(petition)) {
            return Loss.SHREDDED;
        }
        if (!after.contents().isLost(petition)) {
            return Loss.KEY_IS_THERE;
        }
        awaitLeases(after);
        return Loss.DECLARED;
    }

    @Override
    public boolean holds(UUID petition) {
        return vault.look().contents().keys().containsKey(petition);
    }

    @Override
    public Set<UUID> tombstones() {
        return Set.copyOf(vault.look().contents().tombstones().keySet());
    }

    @Override
    public Set<UUID> lost() {
        return Set.copyOf(vault.look().contents().lost().keySet());
    }

    @Override
    public long generation() {
        return vault.look().contents().generation();
    }

    @Override
    public String kind() {
        return "file";
    }

    @Override
    public void close() {
        vault.close();
    }

    private void awaitLeases(VaultView after) {
        long end = after.generationSince() + leaseNanos + leaseNanos / 10;
        try {
            for (long left = end - clock.nanos(); left > 0; left = end - clock.nanos()) {
                clock.sleep(Duration.ofNanos(left));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaultUnavailableException("Interrupted while leases ran out; repeat", e);
        }
    }
}
