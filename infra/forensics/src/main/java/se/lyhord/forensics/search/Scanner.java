package se.lyhord.forensics.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Looks for many needles in one pass: the first eight bytes of each are looked up at every place,
 * the rest is compared where they match.
 */
public final class Scanner {

    private static final int PREFIX = Long.BYTES;
    private static final int CHUNK = 1 << 22;
    private static final int FILTER_BITS = 22;
    private static final long MIXING = 0x9E3779B97F4A7C15L;

    private final Map<Long, List<Candidate>> byPrefix = new HashMap<>();
    private final BitSet filter = new BitSet(1 << FILTER_BITS);
    private int longest = PREFIX;

    private record Candidate(Secret secret, Secret.Needle needle) {}

    /**
     * A place where a secret is.
     *
     * @param offset of its first byte
     */
    public record Hit(Secret secret, String form, long offset) {}

    /**
     * @param secrets what to look for
     */
    public Scanner(Collection<Secret> secrets) {
        for (Secret secret : secrets) {
            for (Secret.Needle needle : secret.needles()) {
                long prefix = 0;
                for (int i = 0; i < PREFIX; i++) {
                    prefix = prefix << Byte.SIZE | needle.bytes()[i] & 0xFF;
                }
                byPrefix.computeIfAbsent(prefix, first -> new ArrayList<>(1))
                        .add(new Candidate(secret, needle));
                filter.set(slot(prefix));
                longest = Math.max(longest, needle.bytes().length);
            }
        }
    }

    /** Every hit in a file, in the order of their places. */
    public List<Hit> scan(Path file) {
        List<Hit> hits = new ArrayList<>();
        try (InputStream content = WalPages.isWal(file) ? WalPages.open(file) : open(file)) {
            scan(content, hits::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hits;
    }

    private static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    /** Every hit in a stream. */
    void scan(InputStream content, Consumer<Hit> found) throws IOException {
        byte[] chunk = new byte[CHUNK + longest];
        int kept = 0;
        long start = 0;
        while (true) {
            int read = content.readNBytes(chunk, kept, chunk.length - kept);
            int length = kept + read;
            boolean last = length < chunk.length;
            // A needle that begins near the end may not be whole yet: it is left for the next.
            int firsts = last ? length - PREFIX + 1 : length - longest + 1;
            scan(chunk, length, Math.max(0, firsts), start, found);
            if (last) {
                return;
            }
            kept = length - firsts;
            System.arraycopy(chunk, firsts, chunk, 0, kept);
            start += firsts;
        }
    }

    private void scan(byte[] bytes, int length, int firsts, long start, Consumer<Hit> found) {
        long prefix = 0;
        for (int i = 0; i < firsts + PREFIX - 1; i++) {
            prefix = prefix << Byte.SIZE | bytes[i] & 0xFF;
            int first = i - PREFIX + 1;
            if (first < 0 || !filter.get(slot(prefix))) {
                continue;
            }
            List<Candidate> candidates = byPrefix.get(prefix);
            if (candidates == null) {
                continue;
            }
            for (Candidate candidate : candidates) {
                byte[] needle = candidate.needle().bytes();
                int end = first + needle.length;
                if (end <= length && Arrays.equals(bytes, first, end, needle, 0, needle.length)) {
                    found.accept(
                            new Hit(candidate.secret(), candidate.needle().form(), start + first));
                }
            }
        }
    }

    private static int slot(long prefix) {
        return (int) (prefix * MIXING >>> Long.SIZE - FILTER_BITS);
    }
}
