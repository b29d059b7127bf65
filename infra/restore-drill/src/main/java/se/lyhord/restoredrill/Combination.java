package se.lyhord.restoredrill;

import static se.lyhord.restoredrill.Store.KAFKA;
import static se.lyhord.restoredrill.Store.MAIN;
import static se.lyhord.restoredrill.Store.PSEUDONYM_KEYS;
import static se.lyhord.restoredrill.Store.SALTS;
import static se.lyhord.restoredrill.Store.VOTES;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is put back from old copies together, and what then must hold all the same.
 *
 * @param old the old ones; everything else stays as it was
 */
record Combination(Set<Store> old) {

    /** Every one there is. */
    static List<Combination> all() {
        List<Combination> all = new ArrayList<>();
        for (int bits = 1; bits < 1 << Store.values().length; bits++) {
            Set<Store> old = EnumSet.noneOf(Store.class);
            for (Store store : Store.values()) {
                if ((bits & 1 << store.ordinal()) != 0) {
                    old.add(store);
                }
            }
            all.add(new Combination(old));
        }
        return all;
    }

    /** Those in which most could go wrong. */
    static List<Combination> telling() {
        return List.of(
                of(VOTES),
                of(VOTES, SALTS),
                of(VOTES, SALTS, PSEUDONYM_KEYS),
                of(KAFKA, PSEUDONYM_KEYS),
                of(MAIN, VOTES, SALTS),
                of(Store.values()));
    }

    static Combination of(Store... stores) {
        return new Combination(EnumSet.copyOf(Arrays.asList(stores)));
    }

    /** What becomes of the certificate. */
    enum Certificate {
        /** Not a byte of it or of its list is another. */
        UNCHANGED,
        /** It was in the main cluster alone: it is gone, and no other one takes its place. */
        LOST,
        /** Nothing is left that knows of the close: the petition closes again, and is counted. */
        ANEW
    }

    Certificate certificate() {
        if (!old.contains(MAIN)) {
            return Certificate.UNCHANGED;
        }
        return closesAnew() ? Certificate.ANEW : Certificate.LOST;
    }

    /** Whether the pseudonym key must be destroyed. */
    boolean forgetsPseudonyms() {
        return !old.containsAll(Set.of(MAIN, KAFKA, PSEUDONYM_KEYS)) || closesAnew();
    }

    private boolean closesAnew() {
        return old.containsAll(Set.of(MAIN, VOTES, KAFKA, SALTS));
    }

    @Override
    public String toString() {
        return old.stream().map(Store::words).collect(Collectors.joining(" + "));
    }
}
