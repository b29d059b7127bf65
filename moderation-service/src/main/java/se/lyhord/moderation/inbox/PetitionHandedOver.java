package se.lyhord.moderation.inbox;

import java.time.LocalDate;
import java.util.UUID;

/** Topic petitions: which committee has the case. */
record PetitionHandedOver(
        UUID petitionId,
        int handOverVersion,
        String committee,
        String registryNumber,
        LocalDate handedOverOn) {}
