package se.lyhord.gateway;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Speaks OpenID Connect as Keycloak's realm {@code citizens} does, and says what a test tells it.
 */
public final class TestEid implements AutoCloseable {

    private static final String LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3";
    private static final RSAKey KEY = key();

    private final int port;
    private final Map<String, Map<String, Object>> claims = new ConcurrentHashMap<>();
    private StubServer server;

    private TestEid(StubServer server) {
        this.port = server.port();
        serve(server);
    }

    public static TestEid start() throws IOException {
        return new TestEid(StubServer.start());
    }

    public String issuer() {
        return "http://127.0.0.1:" + port + "/realms/citizens";
    }

    public StubServer server() {
        return server;
    }

    public void goAway() {
        server.close();
    }

    public void comeBack() throws IOException {
        serve(StubServer.start(port));
    }

    /** What the ID token for this code will say, besides what every ID token says. */
    public void expect(String code, String nonce, Map<String, Object> more) {
        Map<String, Object> all = new java.util.HashMap<>(Map.of("nonce", nonce, "acr", LOA3));
        all.putAll(more);
        claims.put(code, all);
    }

    private void serve(StubServer stub) {
        server = stub;
        String base = "/realms/citizens/protocol/openid-connect";
        stub.on("GET " + base + "/certs", 200, new JWKSet(KEY.toPublicJWK()).toString());
        stub.on("POST " + base + "/logout", 204, "");
        stub.on(
                "POST " + base + "/token",
                asked -> {
                    String code = asked.body().replaceAll(".*\\bcode=([^&]+).*", "$1");
                    return new StubServer.Said(
                            200,
                            "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,"
                                    + "\"refresh_token\":\"refresh-"
                                    + code
                                    + "\",\"id_token\":\""
                                    + idToken(claims.get(code))
                                    + "\"}");
                });
    }

    private String idToken(Map<String, Object> more) throws Exception {
        JWTClaimsSet.Builder token =
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience("identity-gateway")
                        .subject("citizen")
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)));
        more.forEach(token::claim);
        SignedJWT signed =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
                        token.build());
        signed.sign(new RSASSASigner(KEY));
        return signed.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("1").generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
