package se.lyhord.moderation.inbox;

import java.time.LocalDate;
import java.util.UUID;

/** Topic petitions: what the municipality decided. */
record OutcomeRecorded(
        UUID petitionId,
        int outcomeVersion,
        String decision,
        LocalDate decidedOn,
        String committee,
        String registryNumber) {}
