package se.lyhord.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lyhord.keyvault.PublicKeyHistory;
import se.lyhord.verify.Finding.Check;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All that can be checked from the published files. */
final class CountCheck {

    private static final String FORMAT = "lyhord/closing-certificate/v1";
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private CountCheck() {}

    /** What the certificate says, as far as it is checked. */
    record Certificate(
            @Nullable String format,
            @Nullable String petitionId,
            long count,
            @Nullable String digest,
            @Nullable String day,
            @Nullable String kid) {

        /**
         * Reads a certificate.
         *
         * @throws IOException if it is none
         */
        static Certificate parse(byte[] bytes) throws IOException {
            try {
                Certificate certificate = JSON.readValue(bytes, Certificate.class);
                if (certificate != null && FORMAT.equals(certificate.format())) {
                    return certificate;
                }
                throw new IOException("Not a closing certificate");
            } catch (JacksonException e) {
                throw new IOException("Not a closing certificate", e);
            }
        }
    }

    /**
     * Checks everything, also after something was found to be wrong.
     *
     * @param signed the certificate's exact bytes
     * @param signature 64 bytes, Ed25519 (RFC 8032)
     * @param keys the published key history, JSON
     * @throws IOException if the certificate is none
     */
    static List<Finding> run(TrackerList list, byte[] signed, byte[] signature, byte[] keys)
            throws IOException {
        Certificate certificate = Certificate.parse(signed);
        List<Finding> findings = new ArrayList<>();
        findings.add(list.wellFormed());
        findings.add(
                list.count() == certificate.count()
                        ? Finding.holds(Check.COUNT, certificate.count())
                        : Finding.fails(Check.COUNT, certificate.count(), list.count()));
        String digest = list.digest();
        findings.add(
                digest.equals(certificate.digest())
                        ? Finding.holds(Check.DIGEST, digest)
                        : Finding.fails(Check.DIGEST, digest));
        findings.addAll(signedBy(keys, String.valueOf(certificate.kid()), signed, signature));
        return findings;
    }

    private static List<Finding> signedBy(
            byte[] keys, String kid, byte[] signed, byte[] signature) {
        PublicKeyHistory history;
        try {
            history = PublicKeyHistory.parse(new String(keys, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return List.of(Finding.fails(Check.KEYS), Finding.fails(Check.SIGNATURE, kid));
        }
        return List.of(
                Finding.holds(Check.KEYS, history.kids().size(), history.kids().getFirst()),
                history.verifies(kid, signed, signature)
                        ? Finding.holds(Check.SIGNATURE, kid)
                        : Finding.fails(Check.SIGNATURE, kid));
    }
}
