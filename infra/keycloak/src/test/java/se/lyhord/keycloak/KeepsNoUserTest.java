package se.lyhord.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.lyhord.keycloak.Browser.Tokens;

/** Logs in through the real Keycloak, and then looks for the numbers wherever it writes. */
@Tag("slow")
@TestMethodOrder(OrderAnnotation.class)
class KeepsNoUserTest {

    private static KeycloakServer keycloak;
    private static Map<String, String> numbers;
    private static String logAtStart;

    @BeforeAll
    static void start() throws Exception {
        numbers = numbersByUsername();
        keycloak = KeycloakServer.start(Path.of("target").toAbsolutePath());
        logAtStart = keycloak.log();
    }

    @AfterAll
    static void stop() throws Exception {
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    @Order(1)
    void theIdTokenSaysWhoAndNothingElseDoes() throws Exception {
        Tokens tokens = new Browser(keycloak).login("tolvan");

        assertThat(tokens.id().path(EidAnswer.PERSONAL_IDENTITY_NUMBER).asText())
                .isEqualTo("191212121212");
        assertThat(tokens.id().path("acr").asText()).isEqualTo(EidAnswer.DEMANDED_ACR);
        assertThat(tokens.id().path("nonce").asText()).isEqualTo("n");
        assertThat(tokens.id().toString()).doesNotContain("tolvan", "Tolvan");
        assertThat(tokens.access().toString()).doesNotContain("1212121212");
    }

    @Test
    @Order(2)
    void aConfirmedSamordningsnummerComesWithItsLevel() throws Exception {
        JsonNode id = new Browser(keycloak).login("samir").id();

        assertThat(id.path(EidAnswer.COORDINATION_NUMBER).asText()).isEqualTo("197010632391");
        assertThat(id.path(EidAnswer.COORDINATION_NUMBER_LEVEL).asText()).isEqualTo("confirmed");
        assertThat(id.has(EidAnswer.PERSONAL_IDENTITY_NUMBER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"petra,eid_identity_unusable", "hanna,eid_level_too_low"})
    @Order(3)
    void aRefusalGoesBackToTheGatewayWithItsReason(String username, String reason)
            throws Exception {
        Map<String, String> back = new Browser(keycloak).login(username, "verifier-".repeat(6));

        assertThat(back)
                .containsEntry("error", "access_denied")
                .containsEntry("error_description", reason)
                .containsEntry("state", "s")
                .doesNotContainKey("code");
    }

    @Test
    @Order(4)
    void theNextPersonAtTheSameBrowserIsThemselves() throws Exception {
        Browser shared = new Browser(keycloak);

        assertThat(number(shared.login("samir").id())).isEqualTo(numbers.get("samir"));
        JsonNode next = shared.login("anders").id();

        assertThat(number(next)).isEqualTo(numbers.get("anders"));
        assertThat(next.has(EidAnswer.COORDINATION_NUMBER)).isFalse();
    }

    @Test
    @Order(5)
    void endingOneSessionEndsOne() throws Exception {
        Tokens leaving = new Browser(keycloak).login("beatrice");
        Tokens staying = new Browser(keycloak).login("cecilia");
        Browser gateway = new Browser(keycloak);

        assertThat(gateway.end(leaving.refreshToken())).isEqualTo(204);

        assertThat(gateway.isAlive(leaving.refreshToken())).isFalse();
        assertThat(gateway.isAlive(staying.refreshToken())).isTrue();
    }

    @Test
    @Order(6)
    void fiftyAtOnceEachGetTheirOwnPerson() throws Exception {
        List<String> people = numbers.keySet().stream().toList();
        Map<Integer, Future<Tokens>> logins = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                String username = people.get(i % people.size());
                Callable<Tokens> login = () -> new Browser(keycloak).login(username);
                logins.put(i, threads.submit(login));
            }
        }
        for (Map.Entry<Integer, Future<Tokens>> login : logins.entrySet()) {
            String username = people.get(login.getKey() % people.size());
            assertThat(number(login.getValue().get().id())).isEqualTo(numbers.get(username));
        }
    }

    @Test
    @Order(7)
    void afterwardsNoTableAndNoLogHasANumber() throws Exception {
        // A line for each login would tell when somebody came to vote.
        assertThat(keycloak.log().substring(logAtStart.length())).isEmpty();
        keycloak.stop();

        try (Connection database = keycloak.openDatabase()) {
            List<String> found = new ArrayList<>();
            try (ResultSet script = database.createStatement().executeQuery("SCRIPT")) {
                while (script.next()) {
                    String statement = script.getString(1);
                    statement.lines().filter(this::holdsANumber).forEach(found::add);
                }
            }
            // The test e-ID's own register, and it alone: this also shows that the search finds.
            assertThat(found).hasSize(numbersInTheRegister());
            assertThat(rows(database, "select count(*) from USER_ATTRIBUTE a" + OF_EID_TEST))
                    .isEqualTo(rows(database, "select count(*) from USER_ATTRIBUTE"));
            assertThat(rows(database, USERS_OF_CITIZENS)).isEqualTo(1);
            assertThat(rows(database, "select count(*) from EVENT_ENTITY")).isZero();
            assertThat(rows(database, "select count(*) from OFFLINE_USER_SESSION")).isZero();
            assertThat(rows(database, "select count(*) from BROKER_LINK")).isZero();
            assertThat(rows(database, "select count(*) from REALM_EVENTS_LISTENERS")).isZero();
        }
        assertThat(keycloak.log().lines().filter(this::holdsANumber)).isEmpty();
    }

    private static final String OF_EID_TEST =
            " join USER_ENTITY u on u.ID = a.USER_ID join REALM r on r.ID = u.REALM_ID"
                    + " where r.NAME = 'eid-test'";
    private static final String USERS_OF_CITIZENS =
            "select count(*) from USER_ENTITY u join REALM r on r.ID = u.REALM_ID"
                    + " where r.NAME = 'citizens'";

    private boolean holdsANumber(String line) {
        return numbers.values().stream().anyMatch(line::contains);
    }

    private static int rows(Connection database, String query) throws Exception {
        try (ResultSet result = database.createStatement().executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static String number(JsonNode id) {
        return id.has(EidAnswer.PERSONAL_IDENTITY_NUMBER)
                ? id.path(EidAnswer.PERSONAL_IDENTITY_NUMBER).asText()
                : id.path(EidAnswer.COORDINATION_NUMBER).asText();
    }

    private static int numbersInTheRegister() throws Exception {
        return (int) users().stream().filter(user -> numbers.containsValue(numberOf(user))).count();
    }

    private static Map<String, String> numbersByUsername() throws Exception {
        Map<String, String> found = new LinkedHashMap<>();
        List<String> refused = List.of("petra", "hanna", "ogiltig", "lillan");
        for (JsonNode user : users()) {
            if (!refused.contains(user.path("username").asText())) {
                found.put(user.path("username").asText(), numberOf(user));
            }
        }
        return found;
    }

    private static List<JsonNode> users() throws Exception {
        List<JsonNode> users = new ArrayList<>();
        new ObjectMapper()
                .readTree(Path.of("src/main/resources/realms/local/eid-test.json").toFile())
                .path("users")
                .forEach(users::add);
        return users;
    }

    private static String numberOf(JsonNode user) {
        JsonNode attributes = user.path("attributes");
        String personal = attributes.path("personalIdentityNumber").path(0).asText();
        return personal.isEmpty()
                ? attributes.path("coordinationNumber").path(0).asText()
                : personal;
    }
}
