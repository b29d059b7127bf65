package se.lyhord.voting.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import se.lyhord.keyvault.MacPool;
import se.lyhord.keyvault.RotatingKeys;
import se.lyhord.voting.ballot.VoterPseudonym;

/**
 * Verifies what the gateway hands over for one vote: {@code
 * v1.<kid>.<petition>.<expires>.<pseudonym>.<mac>}, the MAC being HMAC-SHA-256 (RFC 2104) over
 * everything before the last dot.
 */
public final class VoterTokens {

    /** How far apart the clocks of two machines may be. */
    public static final Duration SKEW = Duration.ofSeconds(5);

    /** The longest a token may be valid. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    private static final String SCHEME = "Voter ";
    private static final int LONGEST_TEXT = 512;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
    private static final Base64.Encoder TO_BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final RotatingKeys keys;
    private final InstantSource clock;
    private final MacPool macs = new MacPool();

    /**
     * @param keys shared with the gateway
     * @param clock this machine's
     */
    public VoterTokens(RotatingKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The pseudonym in an Authorization header.
     *
     * @param petition the one the request is about; the token must be for it
     * @throws BadVoterToken if the token is missing, forged, too old or for another petition
     */
    public VoterPseudonym verify(@Nullable String authorization, UUID petition) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            throw new BadVoterToken();
        }
        return verifyToken(authorization.substring(SCHEME.length()), petition);
    }

    /**
     * Verifies a voter token that stands by itself.
     *
     * @param petition the one the vote is for; the token must be for it
     * @throws BadVoterToken if the token is missing, forged, too old or for another petition
     */
    public VoterPseudonym verifyToken(@Nullable String token, UUID petition) {
        if (token == null || token.length() > LONGEST_TEXT) {
            throw new BadVoterToken();
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 6 || !parts[0].equals("v1")) {
            throw new BadVoterToken();
        }
        SecretKey key = keys.find(parts[1]);
        String signed = token.substring(0, token.lastIndexOf('.'));
        if (key == null || !MessageDigest.isEqual(mac(key, signed), ascii(parts[5]))) {
            throw new BadVoterToken();
        }
        if (!parts[2].equals(petition.toString()) || !isCurrent(parts[3])) {
            throw new BadVoterToken();
        }
        byte[] pseudonym = decode(parts[4]);
        if (pseudonym.length != VoterPseudonym.LENGTH) {
            throw new BadVoterToken();
        }
        return new VoterPseudonym(pseudonym);
    }

    private boolean isCurrent(String expires) {
        if (!SECONDS.matcher(expires).matches()) {
            return false;
        }
        Instant until = Instant.ofEpochSecond(Long.parseLong(expires));
        Instant now = clock.instant();
        return now.isBefore(until.plus(SKEW)) && !until.isAfter(now.plus(LONGEST).plus(SKEW));
    }

    /** As it is written, so that there is one way to write it. */
    private byte[] mac(SecretKey key, String signed) {
        return TO_BASE64.encode(macs.mac(key, ascii(signed)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decode(String text) {
        try {
            return BASE64.decode(text);
        } catch (IllegalArgumentException e) {
            // Without the cause: the decoder's message quotes what it read.
            throw new BadVoterToken();
        }
    }

    /** The request carries no voter token that holds for it. Says nothing of why. */
    public static final class BadVoterToken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private BadVoterToken() {
            super("No valid voter token", null, false, false);
        }
    }
}
