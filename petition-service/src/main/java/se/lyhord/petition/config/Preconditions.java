package se.lyhord.petition.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the municipality must have decided before anybody's vote is kept, by registry number:
 * political opinions are special data (GDPR, articles 9 and 35).
 *
 * @param erasureDecision the erasure decision (gallringsbeslut), empty while there is none
 * @param impactAssessment the impact assessment, empty while there is none
 */
@ConfigurationProperties("lyhord")
public record Preconditions(
        @DefaultValue("") String erasureDecision, @DefaultValue("") String impactAssessment) {

    /** Whether voting may be offered at all. */
    public boolean met() {
        return !erasureDecision.isBlank() && !impactAssessment.isBlank();
    }
}
