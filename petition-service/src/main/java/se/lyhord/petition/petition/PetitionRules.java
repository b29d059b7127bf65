package se.lyhord.petition.petition;

/**
 * The municipality's rules a petition opens under and keeps.
 *
 * @param version counts up with every change of the rules
 * @param threshold votes needed for a committee to handle the petition
 * @param minimumAge who votes is at least this old, in years
 */
public record PetitionRules(
        int version, int threshold, int minimumAge, VotingPeriod votingPeriod) {}
