package se.lyhord.tally.published;

import java.util.UUID;

/**
 * The result is final; its signature is the order to destroy the petition's keys.
 *
 * @param petitionId the petition
 * @param count the number of votes
 * @param digest SHA-256 of the tracker list, lower-case hexadecimal
 * @param kid the key it is signed with
 * @param signature Ed25519 over the order to shred, base64url without padding
 */
public record TallyFinalized(
        UUID petitionId, long count, String digest, String kid, String signature) {}
