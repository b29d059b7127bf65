package se.lyhord.keyvault;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance's view of a vault that several instances share: when it is read, and by whom. */
final class SharedVault {

    private static final Logger LOG = LoggerFactory.getLogger(SharedVault.class);

    private final VaultFiles files;
    private final VaultStore store;
    private final LeaseClock clock;
    private final Runnable halt;
    private final AtomicBoolean unusable = new AtomicBoolean();
    private final ReentrantLock looking = new ReentrantLock();
    // Keys are used under the read lock and overwritten under the write lock, never both at once.
    private final ReentrantReadWriteLock using = new ReentrantReadWriteLock();
    private volatile VaultView view = VaultView.nothing();

    /** What is to be done to the vault, under its lock. */
    interface Change {
        VaultContents apply(VaultStore store, VaultContents found) throws IOException;
    }

    SharedVault(VaultFiles files, LeaseClock clock, Runnable halt) {
        this.files = files;
        this.store = new VaultStore(files);
        this.clock = clock;
        this.halt = halt;
    }

    /** To be held while a key of the view is in use. */
    Lock inUse() {
        return using.readLock();
    }

    /** What was read last. */
    VaultView view() {
        checkUsable();
        return view;
    }

    /** What is in the vault at some moment after this call began. */
    VaultView look() {
        long asked = clock.nanos();
        looking.lock();
        try {
            VaultView seen = view();
            // Another thread looked while this one waited.
            if (seen.nanos() - asked > 0) {
                return seen;
            }
            long nanos = clock.nanos();
            long millis = clock.millis();
            if (store.length(seen.contents().generation()) == seen.length()) {
                return renew(seen, nanos, millis);
            }
            return exclusively((vault, contents) -> contents);
        } finally {
            looking.unlock();
        }
    }

    /** Recovers, changes and reads the vault while nobody else does. */
    VaultView exclusively(Change change) {
        checkUsable();
        try (var held = files.lock()) {
            long nanos = clock.nanos();
            long millis = clock.millis();
            VaultContents found = store.recover();
            try {
                return install(change.apply(store, found), nanos, millis);
            } catch (IOException e) {
                found.destroy();
                throw e;
            }
        } catch (VaultBrokenException e) {
            unusable.set(true);
            LOG.error("Key vault is broken, the process stops: {}", e.getMessage());
            halt.run();
            throw new VaultUnavailableException("Key vault is broken", e);
        } catch (IOException e) {
            throw new VaultUnavailableException("Key vault can not be read or written", e);
        }
    }

    void close() {
        using.writeLock().lock();
        try {
            unusable.set(true);
            view.contents().destroy();
        } finally {
            using.writeLock().unlock();
        }
    }

    private VaultView renew(VaultView seen, long nanos, long millis) {
        using.writeLock().lock();
        try {
            // A change by another thread of this instance is newer than what was seen.
            if (view == seen) {
                view = seen.foundUnchanged(nanos, millis);
            }
            return view;
        } finally {
            using.writeLock().unlock();
        }
    }

    private VaultView install(VaultContents contents, long nanos, long millis) {
        using.writeLock().lock();
        try {
            VaultView old = view;
            long generation = contents.generation();
            boolean known = old.contents().generation() == generation;
            long since = known ? old.generationSince() : clock.nanos();
            view = new VaultView(contents, store.length(generation), nanos, millis, since);
            old.contents().destroy();
            return view;
        } finally {
            using.writeLock().unlock();
        }
    }

    private void checkUsable() {
        if (unusable.get()) {
            throw new VaultUnavailableException("Key vault is closed or broken");
        }
    }
}
