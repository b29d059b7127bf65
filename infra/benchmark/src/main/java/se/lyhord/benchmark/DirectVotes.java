package se.lyhord.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import se.lyhord.benchmark.load.Answer;
import se.lyhord.benchmark.load.Shot;
import se.lyhord.keyvault.RotatingKeys;

/** Votes as the gateway hands them to the voting service, each with its voter token. */
final class DirectVotes implements Supplier<Shot> {

    private static final int PSEUDONYM_BYTES = 32;
    private static final long TOKEN_SECONDS = 45;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Ballots ballots;
    private final RotatingKeys keys;

    /**
     * @param voterTokenKeys the directory that gateway and voting service share
     */
    DirectVotes(Ballots ballots, Path voterTokenKeys) throws IOException {
        this.ballots = ballots;
        this.keys = RotatingKeys.open(voterTokenKeys, "HmacSHA256");
    }

    @Override
    public Shot get() {
        Ballots.Ballot ballot = ballots.draw();
        String body = "{\"tracker\":\"" + ballot.tracker() + "\"}";
        String request =
                """
                POST /api/v1/petitions/%s/votes HTTP/1.1\r
                Host: localhost\r
                Accept: application/json, application/problem+json\r
                Authorization: Voter %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s"""
                        .formatted(ballot.petition(), token(ballot), body.length(), body);
        return new Shot(
                request.getBytes(StandardCharsets.US_ASCII),
                answer -> ballots.note(ballot, said(answer)));
    }

    private static Ballots.Said said(Answer answer) {
        return switch (answer.status()) {
            case 201 -> Ballots.Said.COUNTED;
            case 409 -> Ballots.Said.COUNTED_BEFORE;
            case 503 -> Ballots.Said.BUSY;
            default -> Ballots.Said.OTHER;
        };
    }

    /** For a pseudonym that no person has: it begins with zeros and ends with their number. */
    private String token(Ballots.Ballot ballot) {
        RotatingKeys.NamedKey key = keys.newest();
        byte[] pseudonym =
                ByteBuffer.allocate(PSEUDONYM_BYTES)
                        .putInt(PSEUDONYM_BYTES - Integer.BYTES, ballot.person())
                        .array();
        String signed =
                "v1.%s.%s.%d.%s"
                        .formatted(
                                key.kid(),
                                ballot.petition(),
                                Instant.now().getEpochSecond() + TOKEN_SECONDS,
                                BASE64.encodeToString(pseudonym));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.key());
            byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + BASE64.encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks HMAC-SHA-256", e);
        }
    }
}
