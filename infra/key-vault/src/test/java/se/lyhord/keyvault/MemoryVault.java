package se.lyhord.keyvault;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A vault in memory, for tests: as good as the file vault while the process lives. */
class MemoryVault implements KeyVault {

    /** What the instances of one vault share. */
    static final class Shared {
        final Map<UUID, VaultKey> keys = new HashMap<>();
        final Map<UUID, Long> tombstones = new HashMap<>();
        final Map<UUID, Long> lost = new HashMap<>();
        long generation = 1;
    }

    private final Shared shared;
    private final ShredOrderKeys orderKeys;
    private final MacPool macs = new MacPool();
    private boolean closed;

    MemoryVault(Shared shared, ShredOrderKeys orderKeys) {
        this.shared = shared;
        this.orderKeys = orderKeys;
    }

    @Override
    public Creation create(UUID petition) {
        synchronized (shared) {
            if (shared.tombstones.containsKey(petition)) {
                return Creation.SHREDDED;
            }
            if (shared.lost.containsKey(petition)) {
                return Creation.LOST;
            }
            VaultKey fresh = VaultKey.hmacSha256(VaultFormat.randomKey());
            return shared.keys.putIfAbsent(petition, fresh) == null
                    ? Creation.CREATED
                    : Creation.ALREADY_THERE;
        }
    }

    @Override
    public Hmac hmac(UUID petition, byte[] message) {
        synchronized (shared) {
            if (closed) {
                throw new VaultUnavailableException("Key vault is closed");
            }
            VaultKey key = shared.keys.get(petition);
            if (key != null) {
                return new Hmac.Mac(macs.mac(key, message));
            }
            if (shared.tombstones.containsKey(petition)) {
                return new Hmac.Shredded();
            }
            return shared.lost.containsKey(petition) ? new Hmac.Lost() : new Hmac.Unknown();
        }
    }

    @Override
    public Shredding shred(ShredOrder order) {
        if (!orderKeys.verifies(order.kid(), order.bytesToSign(), order.signature())) {
            throw new ShredOrderRefusedException(order);
        }
        synchronized (shared) {
            UUID petition = order.petition();
            VaultKey key = shared.keys.remove(petition);
            if (key != null) {
                key.destroy();
            }
            if (!shared.tombstones.containsKey(petition)) {
                shared.tombstones.put(petition, ++shared.generation);
            }
            return new Shredding(kind(), shared.tombstones.get(petition));
        }
    }

    @Override
    public Loss declareLost(UUID petition) {
        synchronized (shared) {
            if (shared.tombstones.containsKey(petition)) {
                return Loss.SHREDDED;
            }
            if (shared.keys.containsKey(petition)) {
                return Loss.KEY_IS_THERE;
            }
            if (!shared.lost.containsKey(petition)) {
                shared.lost.put(petition, ++shared.generation);
            }
            return Loss.DECLARED;
        }
    }

    @Override
    public boolean holds(UUID petition) {
        synchronized (shared) {
            return shared.keys.containsKey(petition);
        }
    }

    @Override
    public Set<UUID> tombstones() {
        synchronized (shared) {
            return Set.copyOf(shared.tombstones.keySet());
        }
    }

    @Override
    public Set<UUID> lost() {
        synchronized (shared) {
            return Set.copyOf(shared.lost.keySet());
        }
    }

    @Override
    public long generation() {
        synchronized (shared) {
            return shared.generation;
        }
    }

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public void close() {
        synchronized (shared) {
            closed = true;
        }
    }
}
