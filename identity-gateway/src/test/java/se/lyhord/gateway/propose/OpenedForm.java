package se.lyhord.gateway.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.altcha.altcha.Altcha;
import se.lyhord.gateway.TestBrowser;
import se.lyhord.gateway.browse.Readers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form as a browser has it, which can do its work.
 *
 * @param challenge the widget's; empty when the work is done
 */
record OpenedForm(String once, String opened, String challenge) {

    private static final Pattern CHALLENGE = Pattern.compile("challenge=\"([^\"]*)\"");

    static OpenedForm of(HttpResponse<String> page) {
        Map<String, String> hidden = TestBrowser.hidden(page.body());
        Matcher challenge = CHALLENGE.matcher(page.body());
        return new OpenedForm(
                hidden.get("once"),
                hidden.get("opened"),
                challenge.find()
                        ? challenge.group(1).replace("&quot;", "\"").replace("&amp;", "&")
                        : "");
    }

    /** The work done, as the widget sends it. */
    String proof() {
        try {
            JsonNode asked = Readers.TOLERANT.readTree(challenge);
            Altcha.Solution found =
                    Altcha.solveChallenge(
                            asked.get("challenge").asString(),
                            asked.get("salt").asString(),
                            Altcha.Algorithm.SHA256,
                            asked.get("maxnumber").asLong(),
                            0);
            assertThat(found).isNotNull();
            ObjectNode sent = (ObjectNode) asked;
            sent.remove("maxnumber");
            sent.put("number", found.number).put("took", 1);
            return Base64.getEncoder()
                    .encodeToString(sent.toString().getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** These fields with all that the form needs. */
    String[] proven(String... namesAndValues) {
        return with(namesAndValues, "once", once, "opened", opened, "altcha", proof());
    }

    /** These fields as a browser without a script sends them. */
    String[] plain(String... namesAndValues) {
        return with(namesAndValues, "once", once, "opened", opened);
    }

    private static String[] with(String[] namesAndValues, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(more));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i].equals("once")) {
                all.addAll(List.of(namesAndValues[i], namesAndValues[i + 1]));
            }
        }
        return all.toArray(String[]::new);
    }
}
