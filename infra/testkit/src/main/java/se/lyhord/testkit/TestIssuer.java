package se.lyhord.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Signs staff tokens as Keycloak does and publishes its key over HTTP on the loopback interface.
 */
public final class TestIssuer {

    private static final RSAKey KEY = key("test");
    private static final RSAKey FOREIGN_KEY = key("foreign");
    private static final String ISSUER = publish();

    private TestIssuer() {}

    /** Lets the service under test trust this issuer's staff tokens. */
    public static void register(DynamicPropertyRegistry registry) {
        registry.add("lyhord.staff.issuer", () -> ISSUER);
        registry.add("lyhord.staff.jwk-set-uri", TestIssuer::jwkSetUri);
    }

    /** Where the public key is. */
    public static String jwkSetUri() {
        return ISSUER + "/jwks";
    }

    /**
     * A token that holds for five minutes.
     *
     * @param audience such as petition-service
     * @param roles realm roles such as moderator
     * @return compact JWT
     */
    public static String token(String subject, String audience, String... roles) {
        return signed(KEY, subject, audience, Instant.now().plusSeconds(300), roles);
    }

    /** A token that ran out an hour ago. */
    public static String expiredToken(String subject, String audience, String... roles) {
        return signed(KEY, subject, audience, Instant.now().minusSeconds(3600), roles);
    }

    /** A token signed by a key that nobody has published. */
    public static String forgedToken(String subject, String audience, String... roles) {
        return signed(FOREIGN_KEY, subject, audience, Instant.now().plusSeconds(300), roles);
    }

    private static String signed(
            RSAKey key, String subject, String audience, Instant expiry, String... roles) {
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .jwtID(UUID.randomUUID().toString())
                        .issuer(ISSUER)
                        .subject(subject)
                        .audience(audience)
                        .issueTime(Date.from(expiry.minusSeconds(300)))
                        .expirationTime(Date.from(expiry))
                        .claim("preferred_username", subject)
                        .claim("realm_access", Map.of("roles", List.of(roles)))
                        .build();
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                        claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String publish() {
        byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/jwks",
                    exchange -> {
                        exchange.getResponseHeaders().add("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, keys.length);
                        exchange.getResponseBody().write(keys);
                        exchange.close();
                    });
            Thread thread = new Thread(server::start, "test-issuer");
            thread.setDaemon(true);
            thread.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
