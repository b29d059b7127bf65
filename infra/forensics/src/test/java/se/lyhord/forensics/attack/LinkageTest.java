package se.lyhord.forensics.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkageTest {

    private final List<Linkage.Login> logins =
            List.of(
                    new Linkage.Login("anna", 1_000_000),
                    new Linkage.Login("bo", 2_000_000),
                    new Linkage.Login("cilla", 9_000_000));
    private final Map<String, String> truth = Map.of("anna", "a", "bo", "b", "cilla", "c");

    @Test
    void votesSoonAfterLoginAreLinkedByTheirTimes() {
        List<Linkage.Vote> votes =
                List.of(
                        new Linkage.Vote("c", 9_400_000),
                        new Linkage.Vote("a", 1_500_000),
                        new Linkage.Vote("b", 2_600_000));
        Map<String, String> guesses = Linkage.byTime(logins, votes, 500_000);
        assertThat(Linkage.success(guesses, truth)).isEqualTo(1.0);
    }

    @Test
    void nobodyVotedBeforeTheyLoggedIn() {
        List<Linkage.Vote> votes = List.of(new Linkage.Vote("c", 900_000));
        assertThat(Linkage.byTime(logins, votes, 500_000)).isEmpty();
    }

    @Test
    void orderLinksWhatKeepsIt() {
        assertThat(Linkage.success(Linkage.byOrder(logins, List.of("a", "b", "c")), truth))
                .isEqualTo(1.0);
        assertThat(Linkage.success(Linkage.byOrder(logins, List.of("b", "a", "c")), truth))
                .isEqualTo(1.0 / 3);
    }
}
