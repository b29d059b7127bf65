package se.lyhord.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.lyhord.keycloak.EidAnswer.Accepted;
import se.lyhord.keycloak.EidAnswer.Reason;
import se.lyhord.keycloak.EidAnswer.Refused;

class EidAnswerTest {

    private static final String TOLVAN = "191212121212";
    private static final String SAMIR = "197010632391";

    private final Map<String, Object> claims =
            new HashMap<>(Map.of("acr", EidAnswer.DEMANDED_ACR, "name", "Tolvan Tolvansson"));

    @Test
    void aPersonnummerIsHandedOnAndNothingElse() {
        claims.put(EidAnswer.PERSONAL_IDENTITY_NUMBER, TOLVAN);

        assertThat(EidAnswer.judge(claims))
                .isEqualTo(
                        new Accepted(
                                Map.of(
                                        "acr",
                                        EidAnswer.DEMANDED_ACR,
                                        "personalIdentityNumber",
                                        TOLVAN)));
    }

    @Test
    void aConfirmedSamordningsnummerIsHandedOnWithItsLevel() {
        claims.put(EidAnswer.COORDINATION_NUMBER, SAMIR);
        claims.put(EidAnswer.COORDINATION_NUMBER_LEVEL, "confirmed");

        assertThat(EidAnswer.judge(claims))
                .isEqualTo(
                        new Accepted(
                                Map.of(
                                        "acr",
                                        EidAnswer.DEMANDED_ACR,
                                        "coordinationNumber",
                                        SAMIR,
                                        "coordinationNumberLevel",
                                        "confirmed")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"probable", "uncertain", "Confirmed", ""})
    void aSamordningsnummerOfAnotherLevelIsRefused(String level) {
        claims.put(EidAnswer.COORDINATION_NUMBER, SAMIR);
        claims.put(EidAnswer.COORDINATION_NUMBER_LEVEL, level);

        assertRefused(Reason.IDENTITY_UNUSABLE);
    }

    @Test
    void aSamordningsnummerWithoutLevelIsRefused() {
        claims.put(EidAnswer.COORDINATION_NUMBER, SAMIR);

        assertRefused(Reason.IDENTITY_UNUSABLE);
    }

    @Test
    void noIdentityIsRefused() {
        assertRefused(Reason.IDENTITY_UNUSABLE);
    }

    @Test
    void twoIdentitiesAreRefused() {
        claims.put(EidAnswer.PERSONAL_IDENTITY_NUMBER, TOLVAN);
        claims.put(EidAnswer.COORDINATION_NUMBER, SAMIR);
        claims.put(EidAnswer.COORDINATION_NUMBER_LEVEL, "confirmed");

        assertRefused(Reason.IDENTITY_UNUSABLE);
    }

    @Test
    void whatIsNoTextIsRefused() {
        claims.put(EidAnswer.PERSONAL_IDENTITY_NUMBER, List.of(TOLVAN));

        assertRefused(Reason.IDENTITY_UNUSABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.elegnamnden.se/loa/1.0/loa2",
                "http://id.elegnamnden.se/loa/1.0/loa4",
                "1",
                ""
            })
    void anotherLevelOfAssuranceIsRefused(String acr) {
        claims.put(EidAnswer.PERSONAL_IDENTITY_NUMBER, TOLVAN);
        claims.put("acr", acr);

        assertRefused(Reason.LEVEL_TOO_LOW);
    }

    @Test
    void aMissingLevelOfAssuranceIsRefused() {
        claims.put(EidAnswer.PERSONAL_IDENTITY_NUMBER, TOLVAN);
        claims.remove("acr");

        assertRefused(Reason.LEVEL_TOO_LOW);
    }

    @Test
    void theNumberIsNotInTheText() {
        claims.put(EidAnswer.PERSONAL_IDENTITY_NUMBER, TOLVAN);

        assertThat(EidAnswer.judge(claims).toString()).doesNotContain("1212");
    }

    private void assertRefused(Reason reason) {
        assertThat(EidAnswer.judge(claims)).isEqualTo(new Refused(reason));
    }
}
