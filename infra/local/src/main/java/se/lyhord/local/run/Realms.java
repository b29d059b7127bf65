package se.lyhord.local.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.lyhord.local.LocalFailure;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The product's realms and, for this machine only, test people. */
final class Realms {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Realms() {}

    /** Writes every realm where Keycloak imports from; secrets come from its environment. */
    static void write(Path folder) throws IOException {
        ObjectNode staff = read("realms/staff.json");
        ObjectNode demo = read("realms/local/staff-demo.json");
        for (String list : List.of("clients", "users", "scopeMappings")) {
            staff.withArray(list).addAll((ArrayNode) demo.withArray(list));
        }
        write(folder, "master", read("realms/master.json"));
        write(folder, "citizens", read("realms/citizens.json"));
        write(folder, "staff", staff);
        write(folder, "eid-test", read("realms/local/eid-test.json"));
    }

    /** A file of the provider's jar. */
    static ObjectNode read(String resource) throws IOException {
        try (InputStream content = Realms.class.getClassLoader().getResourceAsStream(resource)) {
            if (content == null) {
                throw new LocalFailure("Keycloak's provider lacks " + resource + ".");
            }
            return (ObjectNode) JSON.readTree(content);
        }
    }

    private static void write(Path folder, String realm, ObjectNode content) throws IOException {
        Files.writeString(folder.resolve(realm + "-realm.json"), JSON.writeValueAsString(content));
    }
}
