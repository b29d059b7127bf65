package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What cannot be read waits for a person, with what follows it of the same petition. */
class ParkedTest extends PetitionServiceTest {

    @Test
    void holdsBackWhatFollowsUntilReleased() {
        UUID stuck = submitted("Fastnar");
        UUID other = submitted("Går vidare");
        Topics.publishRaw("moderation", stuck, 1, "PetitionApproved", "{ not json");
        approve(other);
        awaitState(other, "OPEN");
        await().until(() -> isParked(stuck));

        Topics.publish(
                "moderation",
                stuck,
                2,
                "PetitionRejected",
                Map.of(
                        "petitionId",
                        stuck,
                        "textVersion",
                        1,
                        "reason",
                        "UNCLEAR",
                        "textHidden",
                        false,
                        "decidedAt",
                        "2026-11-23T09:00:00Z"));
        approve(stuck);
        await().during(Duration.ofSeconds(2))
                .until(() -> api.get("/api/v1/petitions/" + stuck).status() == 404);

        assertThat(management.post("/actuator/parked/moderation/" + stuck, Map.of()).status())
                .isEqualTo(204);
        awaitState(stuck, "OPEN");
    }

    private boolean isParked(UUID petition) {
        return management.get("/actuator/parked").body().toString().contains(petition.toString());
    }
}
