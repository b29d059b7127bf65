package se.lyhord.petition.petition;

import java.time.LocalDate;

/**
 * What became of a petition after the vote.
 *
 * @param decidedOn the day of the decision, Swedish time
 * @param registryNumber the municipality's case number
 * @param answerDigest SHA-256 of the answer's UTF-8, lower-case hex; the answer itself can be
 *     erased and lies elsewhere
 */
public record Outcome(
        Decision decision,
        LocalDate decidedOn,
        Committee committee,
        String registryNumber,
        String answerDigest) {}
