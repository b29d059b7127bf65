package se.lyhord.local.run;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import se.lyhord.local.LocalFailure;
import tools.jackson.databind.JsonNode;

/** What moderators, case officers and administrators do, by the interfaces made for scripts. */
public final class StaffApi {

    private static final String MODERATOR = "anna";
    private static final String CASE_OFFICER = "sara";
    private static final String ADMINISTRATOR = "amina";

    /** Well before a token ends. */
    private static final Duration LOGIN_AGAIN = Duration.ofMinutes(2);

    private final Plan plan;
    private final Secrets secrets;
    private final JsonHttp http = new JsonHttp();
    private final Map<String, Login> logins = new ConcurrentHashMap<>();

    private record Login(String token, Instant at) {}

    /**
     * @param system a system that is up
     */
    public StaffApi(LocalSystem system) {
        this.plan = system.plan();
        this.secrets = system.secrets();
    }

    /** The rules that petitions approved from now on open under. */
    public JsonNode rules() {
        return http.get(url(Service.PETITION, "/api/v1/rules"), as(ADMINISTRATOR)).json();
    }

    /**
     * Sets the rules that petitions approved from now on open under.
     *
     * @param votingPeriod ISO-8601: {@code P90D} whole days, {@code PT40S} exact
     */
    public void setRules(String votingPeriod, int threshold, int minimumAge) {
        http.put(
                        url(Service.PETITION, "/api/v1/rules"),
                        as(ADMINISTRATOR),
                        Map.of(
                                "votingPeriod", votingPeriod,
                                "threshold", threshold,
                                "minimumAge", minimumAge))
                .expectSuccess();
    }

    /** Whether the petition waits for review, and its text is there to be reviewed. */
    public boolean isWaiting(UUID petition) {
        return version(petition) != null;
    }

    /** Approves what waits for review. */
    public void approve(UUID petition) {
        decide(petition, Map.of("decision", "APPROVE"));
    }

    /** Rejects what waits for review. */
    public void reject(UUID petition, String reason) {
        decide(petition, Map.of("decision", "REJECT", "reason", reason));
    }

    /** Records the first outcome of a closed petition. */
    public void recordOutcome(UUID petition, Map<String, ?> outcome) {
        http.put(
                        url(Service.PETITION, "/api/v1/petitions/" + petition + "/outcome"),
                        with(as(CASE_OFFICER), "If-Match", "\"0\""),
                        outcome)
                .expectSuccess();
    }

    private void decide(UUID petition, Map<String, ?> decision) {
        String version = version(petition);
        if (version == null) {
            throw new LocalFailure("Petition " + petition + " does not wait for review.");
        }
        http.post(
                        url(Service.MODERATION, "/api/v1/reviews/" + petition + "/decision"),
                        with(as(MODERATOR), "If-Match", "\"" + version + "\""),
                        decision)
                .expectSuccess();
    }

    private @Nullable String version(UUID petition) {
        JsonNode waiting =
                http.get(url(Service.MODERATION, "/api/v1/reviews?state=WAITING"), as(MODERATOR))
                        .json();
        for (JsonNode item : waiting.get("items")) {
            boolean hasText = !item.path("title").isMissingNode() && !item.path("title").isNull();
            if (hasText && item.get("petitionId").asString().equals(petition.toString())) {
                return item.get("version").asString();
            }
        }
        return null;
    }

    private String url(Service service, String path) {
        return plan.url(service) + path;
    }

    private Map<String, String> as(String username) {
        Instant now = Instant.now();
        Login login =
                logins.compute(
                        username,
                        (name, before) ->
                                before != null && now.isBefore(before.at().plus(LOGIN_AGAIN))
                                        ? before
                                        : new Login(token(name), now));
        return Map.of("Authorization", "Bearer " + login.token());
    }

    private String token(String username) {
        return http.form(
                        plan.keycloakUrl() + "/realms/staff/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "local-demo",
                                "client_secret",
                                ClientSecret.DEMO.in(secrets),
                                "username",
                                username,
                                "password",
                                People.staffPassword(secrets)))
                .json()
                .get("access_token")
                .asString();
    }

    private static Map<String, String> with(
            Map<String, String> headers, String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return all;
    }
}
