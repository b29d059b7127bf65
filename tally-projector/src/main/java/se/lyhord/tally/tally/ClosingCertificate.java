package se.lyhord.tally.tally;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * What is certified once nobody can find out who voted.
 *
 * @param result the final count and the digest of the tracker list
 * @param salt the voting service's key for this petition
 * @param pseudonymKey the gateway's key for this petition
 * @param day when all evidence was there, in Sweden
 * @param kid the key it is signed with
 */
public record ClosingCertificate(
        FinalTally result, ShreddedKey salt, ShreddedKey pseudonymKey, LocalDate day, String kid) {

    /** Refuses a kid that would need escaping. */
    public ClosingCertificate {
        if (!kid.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("Not a name of a key");
        }
    }

    /**
     * The exact bytes that are signed and published: JSON written by hand, because a byte more or
     * less from some library's next version would make another document.
     */
    public byte[] bytes() {
        return """
                {
                  "format": "lyhord/closing-certificate/v1",
                  "petitionId": "%s",
                  "count": %d,
                  "digest": "%s",
                  "ballotBox": {"vaultKind": "%s", "vaultGeneration": %d},
                  "pseudonymKey": {"vaultKind": "%s", "vaultGeneration": %d},
                  "day": "%s",
                  "kid": "%s"
                }
                """
                .formatted(
                        result.petition(),
                        result.count(),
                        result.digest(),
                        salt.vaultKind(),
                        salt.vaultGeneration(),
                        pseudonymKey.vaultKind(),
                        pseudonymKey.vaultGeneration(),
                        day,
                        kid)
                .getBytes(StandardCharsets.UTF_8);
    }
}
