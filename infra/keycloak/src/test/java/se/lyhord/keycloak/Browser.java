package se.lyhord.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's browser at the login pages, and the gateway that its login comes back to. */
final class Browser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final String REDIRECT_URI = KeycloakServer.GATEWAY + "/logga-in/svar";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakServer keycloak;
    // By path and name. Keycloak marks them Secure and means localhost, as browsers do.
    private final Map<String, String> cookies = new TreeMap<>();

    Browser(KeycloakServer keycloak) {
        this.keycloak = keycloak;
    }

    /** What the gateway's client receives after a login. */
    record Tokens(JsonNode id, JsonNode access, String refreshToken) {}

    /** Logs in with the forms, and answers the parameters that came back to the gateway. */
    Map<String, String> login(String username, String verifier) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(verifier.getBytes(StandardCharsets.US_ASCII));
        String start =
                keycloak.url()
                        + "/realms/citizens/protocol/openid-connect/auth?"
                        + form(
                                Map.of(
                                        "client_id", "identity-gateway",
                                        "response_type", "code",
                                        "scope", "openid",
                                        "state", "s",
                                        "nonce", "n",
                                        "redirect_uri", REDIRECT_URI,
                                        "acr_values", EidAnswer.DEMANDED_ACR,
                                        "code_challenge", base64(digest),
                                        "code_challenge_method", "S256"));
        HttpResponse<String> page = follow(get(start));
        Matcher action = FORM.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("No login form at " + page.uri() + "\n" + page.body());
        }
        String target = action.group(1).replace("&amp;", "&");
        HttpResponse<String> back =
                follow(post(target, Map.of("username", username, "password", "lyhord")));
        String location = back.headers().firstValue("location").orElse("");
        if (!location.startsWith(REDIRECT_URI)) {
            throw new AssertionError("Login ended at " + back.uri() + "\n" + back.body());
        }
        return Arrays.stream(URI.create(location).getRawQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(
                        Collectors.toMap(
                                part -> part[0],
                                part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    Tokens login(String username) throws Exception {
        String verifier = (UUID.randomUUID() + "-" + UUID.randomUUID()).replace("-", "");
        Map<String, String> back = login(username, verifier);
        JsonNode answer =
                token(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                String.valueOf(back.get("code")),
                                "redirect_uri",
                                REDIRECT_URI,
                                "code_verifier",
                                verifier));
        return new Tokens(
                payload(answer.path("id_token").asText()),
                payload(answer.path("access_token").asText()),
                answer.path("refresh_token").asText());
    }

    /** Ends exactly the session that this refresh token belongs to. */
    int end(String refreshToken) throws Exception {
        return client("logout", Map.of("refresh_token", refreshToken)).statusCode();
    }

    boolean isAlive(String refreshToken) throws Exception {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken))
                .has("access_token");
    }

    private JsonNode token(Map<String, String> parameters) throws Exception {
        return JSON.readTree(client("token", parameters).body());
    }

    private HttpResponse<String> client(String endpoint, Map<String, String> parameters)
            throws Exception {
        String basic = "identity-gateway:" + KeycloakServer.CLIENT_SECRET;
        String url = keycloak.url() + "/realms/citizens/protocol/openid-connect/" + endpoint;
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .header(
                                "authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        basic.getBytes(StandardCharsets.UTF_8)))
                        .POST(BodyPublishers.ofString(form(parameters)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> follow(HttpResponse<String> response) throws Exception {
        HttpResponse<String> current = response;
        while (current.statusCode() / 100 == 3) {
            String location = current.headers().firstValue("location").orElseThrow();
            if (location.startsWith(KeycloakServer.GATEWAY + "/")) {
                return current;
            }
            current = get(current.uri().resolve(location).toString());
        }
        return current;
    }

    private HttpResponse<String> get(String url) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    private HttpResponse<String> post(String url, Map<String, String> fields) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        String path = request.build().uri().getPath();
        String sent =
                cookies.entrySet().stream()
                        .filter(cookie -> path.startsWith(cookie.getKey().split(" ")[0]))
                        .map(cookie -> cookie.getKey().split(" ")[1] + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("cookie", sent);
        }
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        response.headers().allValues("set-cookie").forEach(this::keep);
        return response;
    }

    private void keep(String header) {
        String[] parts = header.split(";");
        String[] pair = parts[0].split("=", 2);
        String path =
                Arrays.stream(parts)
                        .map(String::trim)
                        .filter(part -> part.toLowerCase(java.util.Locale.ROOT).startsWith("path="))
                        .map(part -> part.substring(5))
                        .findFirst()
                        .orElse("/");
        cookies.put(path + " " + pair[0].trim(), pair[1]);
    }

    private static JsonNode payload(String token) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
