package se.lyhord.benchmark;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import se.lyhord.benchmark.load.Answer;
import se.lyhord.benchmark.load.Shot;
import se.lyhord.local.run.LoggedIn;
import se.lyhord.local.run.TestPersons;

/** Votes as browsers send them after login: the confirm form with its cookies. */
final class GatewayVotes implements Supplier<Shot> {

    private final Ballots ballots;
    private final LoggedIn citizens;
    private final String host;

    /**
     * @param sessionKeys the gateway's directory of cookie keys
     * @param host value of the Host field
     */
    GatewayVotes(Ballots ballots, Path sessionKeys, String host) {
        this.ballots = ballots;
        this.citizens = new LoggedIn(sessionKeys);
        this.host = host;
    }

    @Override
    public Shot get() {
        Ballots.Ballot ballot = ballots.draw();
        LoggedIn.Form form =
                citizens.confirm(TestPersons.kindAndDigits(ballot.person()), ballot.tracker());
        String request =
                """
                POST /forslag/%s/rosta HTTP/1.1\r
                Host: %s\r
                Accept: text/html\r
                Accept-Language: sv\r
                Cookie: %s\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                \r
                %s\
                """
                        .formatted(
                                ballot.petition(),
                                host,
                                form.cookies(),
                                form.body().length(),
                                form.body());
        return new Shot(
                request.getBytes(StandardCharsets.US_ASCII),
                1,
                (answer, nanos) -> ballots.note(ballot, said(answer), nanos));
    }

    private static Ballots.Said ledTo(String location) {
        if (location.endsWith("/kvitto")) {
            return Ballots.Said.COUNTED;
        }
        return location.endsWith("/redan-raknad")
                ? Ballots.Said.COUNTED_BEFORE
                : Ballots.Said.OTHER;
    }

    private static Ballots.Said said(Answer answer) {
        String location = answer.field("location");
        return switch (answer.status()) {
            case 302 -> location == null ? Ballots.Said.OTHER : ledTo(location);
            case 503 ->
                    answer.field("retry-after") == null ? Ballots.Said.OTHER : Ballots.Said.BUSY;
            default -> Ballots.Said.OTHER;
        };
    }
}
