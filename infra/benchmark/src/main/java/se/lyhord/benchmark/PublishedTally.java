package se.lyhord.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import se.lyhord.keyvault.PublicKeyHistory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What anyone may download of a certified petition, through the gateway.
 *
 * @param files by name: the list, the certificate, its signature, the keys
 */
record PublishedTally(Map<String, byte[]> files) {

    private static final String LIST = "trackers.txt";
    private static final String CERTIFICATE = "certificate.json";
    private static final String SIGNATURE = "certificate.sig";
    private static final String KEYS = "keys";

    static PublishedTally of(BenchSystem system, UUID petition) {
        String tallies = system.local().plan().publicUrl() + "/api/v1/tallies/";
        return new PublishedTally(
                Map.of(
                        LIST, Download.of(tallies + petition + "/" + LIST),
                        CERTIFICATE, Download.of(tallies + petition + "/" + CERTIFICATE),
                        SIGNATURE, Download.of(tallies + petition + "/" + SIGNATURE),
                        KEYS, Download.of(tallies + KEYS)));
    }

    private byte[] file(String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    /**
     * Checks list and certificate against each other, and against what is known.
     *
     * @param known trackers that must be in the list
     * @param count how many votes there are in all
     */
    void check(Stream<String> known, long count, Demands demands) throws Exception {
        JsonNode stated = JsonMapper.builder().build().readTree(file(CERTIFICATE));
        String[] listed = text(LIST).lines().toArray(String[]::new);
        demands.check(
                "as many lines in the list as votes, and as the certificate says",
                listed.length == count && stated.get("count").asLong() == count,
                "%d, %d and %d",
                listed.length,
                count,
                stated.get("count").asLong());
        String digest = digest(file(LIST));
        demands.check(
                "the list's digest is the certificate's",
                digest.equals(stated.get("digest").asString()),
                "%s…",
                digest.substring(0, 16));
        demands.check(
                "the certificate's signature verifies",
                PublicKeyHistory.parse(text(KEYS))
                        .verifies(stated.get("kid").asString(), file(CERTIFICATE), file(SIGNATURE)),
                "key %s",
                stated.get("kid").asString());
        long missing = known.filter(tracker -> Arrays.binarySearch(listed, tracker) < 0).count();
        demands.check("every vote written is in the list", missing == 0, "%d missing", missing);
    }

    private String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks SHA-256", e);
        }
    }
}
