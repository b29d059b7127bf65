package se.lyhord.tally.published;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Both keys and the box are gone, and the certificate can be had.
 *
 * @param petitionId the petition
 * @param count the number of votes
 * @param digest SHA-256 of the tracker list, lower-case hexadecimal
 * @param day of the certificate, in Sweden
 * @param certificateDigest SHA-256 of the certificate's bytes, lower-case hexadecimal
 */
public record PetitionCertified(
        UUID petitionId, long count, String digest, LocalDate day, String certificateDigest) {}
