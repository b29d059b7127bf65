package se.lyhord.petition.open;

import org.springframework.boot.context.properties.ConfigurationProperties;
import se.lyhord.petition.petition.PetitionRules;
import se.lyhord.petition.petition.VotingPeriod;

/**
 * The rules before anybody has set any.
 *
 * @param votingPeriod ISO 8601: {@code P90D} for whole days, {@code PT40S} exact
 * @param threshold votes needed for a committee to handle a petition
 * @param minimumAge in years
 */
@ConfigurationProperties("lyhord.rules")
record FirstRules(String votingPeriod, int threshold, int minimumAge) {

    private static final int FIRST_VERSION = 1;

    /** A period that cannot be read stops the service at its start. */
    FirstRules {
        VotingPeriod.of(votingPeriod);
    }

    PetitionRules asRules() {
        return new PetitionRules(
                FIRST_VERSION, threshold, minimumAge, VotingPeriod.of(votingPeriod));
    }
}
