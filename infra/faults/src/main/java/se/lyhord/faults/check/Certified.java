package se.lyhord.faults.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import se.lyhord.keyvault.PublicKeyHistory;
import se.lyhord.local.LocalFailure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is published of a petition.
 *
 * @param document the certificate, byte for byte
 * @param signature of the document
 * @param list as published
 * @param count as the certificate states it
 * @param digest as the certificate states it
 * @param isSigned whether the certificate's signature verifies
 */
public record Certified(
        byte[] document,
        byte[] signature,
        byte[] list,
        long count,
        String digest,
        boolean isSigned) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Downloads it as anyone may.
     *
     * @param tallies address of the public tallies
     * @throws LocalFailure if it is not published, or nobody answers
     */
    public static Certified download(String tallies, UUID petition) {
        byte[] certificate = get(tallies + "/" + petition + "/certificate.json");
        byte[] signature = get(tallies + "/" + petition + "/certificate.sig");
        JsonNode stated = JSON.readTree(certificate);
        try {
            PublicKeyHistory keys =
                    PublicKeyHistory.parse(
                            new String(get(tallies + "/keys"), StandardCharsets.UTF_8));
            return new Certified(
                    certificate,
                    signature,
                    get(tallies + "/" + petition + "/trackers.txt"),
                    stated.get("count").asLong(),
                    stated.get("digest").asString(),
                    keys.verifies(stated.get("kid").asString(), certificate, signature));
        } catch (IOException e) {
            throw new LocalFailure("The published keys cannot be read.", e);
        }
    }

    /** Whether list, count and digest say the same, and are signed. */
    public boolean agrees() {
        return trackers().size() == count && listDigest().equals(digest) && isSigned;
    }

    /** Whether not a byte is another. */
    public boolean isTheSameAs(Certified other) {
        return Arrays.equals(document, other.document)
                && Arrays.equals(signature, other.signature)
                && Arrays.equals(list, other.list);
    }

    List<String> trackers() {
        return new String(list, StandardCharsets.US_ASCII).lines().toList();
    }

    String listDigest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks SHA-256", e);
        }
    }

    private static byte[] get(String address) {
        try {
            HttpResponse<byte[]> response =
                    HTTP.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new LocalFailure(address + " answers " + response.statusCode() + ".");
            }
            return response.body();
        } catch (IOException e) {
            throw new LocalFailure("No answer from " + address + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
    }
}
