package se.lyhord.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import se.lyhord.benchmark.load.Answer;
import se.lyhord.benchmark.load.Shot;

/** Votes as browsers send them after login: the confirm form with its cookies. */
final class GatewayVotes implements Supplier<Shot> {

    private static final Duration SESSION = Duration.ofMinutes(15);
    private static final Duration FORM = Duration.ofHours(12);
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz012345";

    private final Ballots ballots;
    private final Sealing sealing;
    private final String host;
    private final String formField;
    private long sessions;

    /**
     * @param sessionKeys the gateway's directory of cookie keys
     * @param host value of the Host field
     */
    GatewayVotes(Ballots ballots, Path sessionKeys, String host) throws IOException {
        this.ballots = ballots;
        this.sealing = new Sealing(sessionKeys);
        this.host = host;
        this.formField = masked(TOKEN);
    }

    @Override
    public Shot get() {
        Ballots.Ballot ballot = ballots.draw();
        String session = "bench" + sessions++;
        String cookies =
                "lyhord-session="
                        + sealing.seal(
                                "lyhord-session",
                                session + " " + TestPersons.kindAndDigits(ballot.person()),
                                SESSION)
                        + "; lyhord-ballot-form="
                        + sealing.seal("lyhord-ballot-form", TOKEN + " " + session, FORM);
        String body = "_csrf=" + formField + "&tracker=" + ballot.tracker();
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
                %s"""
                        .formatted(ballot.petition(), host, cookies, body.length(), body);
        return new Shot(
                request.getBytes(StandardCharsets.US_ASCII),
                1,
                answer -> ballots.note(ballot, said(answer)));
    }

    private static Ballots.Said said(Answer answer) {
        String location = answer.field("location");
        return switch (answer.status()) {
            case 302, 303 ->
                    location != null && location.endsWith("/kvitto")
                            ? Ballots.Said.COUNTED
                            : Ballots.Said.OTHER;
            case 409 -> Ballots.Said.COUNTED_BEFORE;
            case 503 -> Ballots.Said.BUSY;
            default -> Ballots.Said.OTHER;
        };
    }

    /** As forms carry the token: behind a mask, here of zeros (Spring Security's XOR tokens). */
    private static String masked(String token) {
        byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[2 * bytes.length];
        System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
        return Base64.getUrlEncoder().encodeToString(both).replace("=", "%3D");
    }
}
