package se.lyhord.forensics;

import java.util.Set;
import se.lyhord.forensics.search.Secret;

/**
 * Where something may stand, as docs/erasure-inventory.csv declares it.
 *
 * @param whileOpen whether the vote is open
 * @param boxFiles files of the ballot box's table and indexes, relative to the cluster
 * @param eidRegister names of people whose number the test e-ID's own register holds
 */
record Declared(boolean whileOpen, Set<String> boxFiles, Set<String> eidRegister) {

    private static final String GATEWAY = Seizure.HEAPS + "/identity-gateway.hprof";
    private static final String VOTING = Seizure.HEAPS + "/voting-service.hprof";
    private static final Set<String> EID_REGISTER =
            Set.of(
                    Seizure.HEAPS + "/keycloak.hprof",
                    Seizure.TABLES + "/keycloak/public.user_attribute",
                    Seizure.TABLES + "/keycloak/pg_statistic",
                    Seizure.FILES + "/keycloak-data/import/eid-test-realm.json");

    /** Whether a secret may be found at a place. */
    boolean allows(Secret secret, String place) {
        return switch (secret.kind()) {
            case CONTROL, TRACKER -> true;
            case PERSONNUMMER ->
                    whileOpen && place.equals(GATEWAY)
                            || eidRegister.contains(secret.owner()) && isEidRegister(place);
            case PSEUDONYM -> whileOpen && (place.equals(GATEWAY) || place.equals(VOTING));
            case PSEUDONYM_KEY -> whileOpen && place.equals(GATEWAY);
            case SALT -> whileOpen && place.equals(VOTING);
            case VOTER_HASH -> whileOpen && (place.equals(VOTING) || isBox(place));
        };
    }

    private static boolean isEidRegister(String place) {
        return EID_REGISTER.contains(place)
                || place.startsWith(Seizure.FILES + "/postgres-main/base/")
                || place.startsWith(Seizure.FILES + "/postgres-main/pg_wal/");
    }

    private boolean isBox(String place) {
        String votes = Seizure.FILES + "/postgres-votes/";
        return place.startsWith(Seizure.TABLES + "/voting/ballots.votes_")
                || place.startsWith(votes + "pg_wal/")
                || place.startsWith(votes) && boxFiles.contains(place.substring(votes.length()));
    }
}
