package se.lyhord.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import se.lyhord.benchmark.load.Answer;
import se.lyhord.benchmark.load.Shot;
import se.lyhord.keyvault.RotatingKeys;

/**
 * Votes handed to the voting service, each with its voter token: many in a request, as the gateway
 * does, or each in one of its own.
 */
final class DirectVotes implements Supplier<Shot> {

    private static final int PSEUDONYM_BYTES = 32;
    private static final long TOKEN_SECONDS = 45;
    private static final Pattern LINE = Pattern.compile("\"vote\":(\\d+),\"status\":(\\d+)");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Ballots ballots;
    private final RotatingKeys keys;
    private final int each;

    /**
     * @param voterTokenKeys the directory that gateway and voting service share
     * @param each votes of a request
     */
    DirectVotes(Ballots ballots, Path voterTokenKeys, int each) throws IOException {
        this.ballots = ballots;
        this.keys = RotatingKeys.open(voterTokenKeys, "HmacSHA256");
        this.each = each;
    }

    @Override
    public Shot get() {
        return each == 1 ? one(ballots.draw()) : many();
    }

    private Shot one(Ballots.Ballot ballot) {
        return shot(
                "/api/v1/petitions/" + ballot.petition() + "/votes",
                "Authorization: Voter " + token(ballot) + "\r\n",
                "{\"tracker\":\"" + ballot.tracker() + "\"}",
                1,
                (answer, nanos) -> ballots.note(ballot, said(answer), nanos));
    }

    private Shot many() {
        List<Ballots.Ballot> batch = Stream.generate(ballots::draw).limit(each).toList();
        String body =
                batch.stream()
                        .map(
                                ballot ->
                                        "{\"petition\":\"%s\",\"token\":\"%s\",\"tracker\":\"%s\"}"
                                                .formatted(
                                                        ballot.petition(),
                                                        token(ballot),
                                                        ballot.tracker()))
                        .collect(Collectors.joining(",", "[", "]"));
        return shot("/api/v1/votes", "", body, each, (answer, nanos) -> note(batch, answer, nanos));
    }

    private static Shot shot(
            String path, String field, String body, int votes, Shot.Answered answered) {
        String request =
                """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Accept: */*\r
                %sContent-Type: application/json\r
                Content-Length: %d\r
                \r
                %s\
                """
                        .formatted(path, field, body.length(), body);
        return new Shot(request.getBytes(StandardCharsets.US_ASCII), votes, answered);
    }

    private void note(List<Ballots.Ballot> batch, Answer answer, long nanos) {
        Ballots.Said[] said = new Ballots.Said[batch.size()];
        Arrays.fill(said, answer.status() == 200 ? Ballots.Said.OTHER : said(answer));
        LINE.matcher(answer.body())
                .results()
                .forEach(
                        line ->
                                said[Integer.parseInt(line.group(1))] =
                                        said(Integer.parseInt(line.group(2))));
        for (int vote = 0; vote < said.length; vote++) {
            ballots.note(batch.get(vote), said[vote], nanos);
        }
    }

    /** Whoever is told to come again is told when. */
    private static Ballots.Said said(Answer answer) {
        return answer.status() == 503 && answer.field("retry-after") == null
                ? Ballots.Said.OTHER
                : said(answer.status());
    }

    private static Ballots.Said said(int status) {
        return switch (status) {
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
