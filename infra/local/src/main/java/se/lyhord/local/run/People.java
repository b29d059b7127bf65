package se.lyhord.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * People who exist in the local system only.
 *
 * @param eidPassword what every citizen types at the test e-ID
 */
public record People(String eidPassword, List<Citizen> citizens, List<Employee> staff) {

    /**
     * Somebody with a test e-ID.
     *
     * @param mayLogIn whether the gateway lets them in
     * @param shows what they are there to show, in Swedish
     */
    public record Citizen(String username, String name, boolean mayLogIn, String shows) {}

    /** Somebody who works at the municipality. */
    public record Employee(String username, String name, String role) {}

    /** Reads who there is. */
    public static People read() {
        try {
            JsonNode all = Realms.read("test-identities.json");
            List<Citizen> citizens = new ArrayList<>();
            for (JsonNode one : all.get("citizens")) {
                citizens.add(
                        new Citizen(
                                one.get("username").asString(),
                                name(one),
                                one.get("mayLogIn").asBoolean(),
                                one.get("shows").get("sv").asString()));
            }
            List<Employee> staff = new ArrayList<>();
            for (JsonNode one : all.get("staff")) {
                staff.add(
                        new Employee(
                                one.get("username").asString(),
                                name(one),
                                one.get("role").asString()));
            }
            return new People(all.get("eidPassword").asString(), citizens, staff);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who has which number, by user name: the register of the test e-ID. */
    public static Map<String, String> numbers() {
        try {
            Map<String, String> numbers = new TreeMap<>();
            for (JsonNode user : Realms.read("realms/local/eid-test.json").get("users")) {
                JsonNode number = user.path("attributes").path("personalIdentityNumber").path(0);
                if (!number.isMissingNode()) {
                    numbers.put(user.get("username").asString(), number.asString());
                }
            }
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What everybody of the staff types; drawn for this system. */
    public static String staffPassword(Secrets secrets) {
        return secrets.typeable("keycloak", "demo.staff-password");
    }

    private static String name(JsonNode one) {
        return one.get("givenName").asString() + " " + one.get("familyName").asString();
    }
}
