package se.lyhord.local.run;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What anyone may do by the gateway's public interface. */
public final class PublicApi {

    private final String publicUrl;
    private final JsonHttp http = new JsonHttp();

    /**
     * @param publicUrl the citizens' address
     */
    public PublicApi(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * Submits a petition.
     *
     * @param key the same for every try to submit the same petition
     * @return the petition's id
     */
    public UUID submit(UUID key, Map<String, ?> petition) {
        JsonNode receipt =
                http.post(
                                publicUrl + "/api/v1/petitions",
                                Map.of("Idempotency-Key", key.toString()),
                                petition)
                        .json();
        return UUID.fromString(receipt.get("petitionId").asString());
    }

    /** The petition's state; empty while nothing of it is public. */
    public String state(UUID petition) {
        JsonHttp.Answer answer = http.get(petition(petition), new HashMap<>());
        return answer.status() == 404 ? "" : answer.json().get("state").asString();
    }

    /** Whether votes are taken. */
    public boolean isVotingReady(UUID petition) {
        JsonHttp.Answer answer = http.get(petition(petition), new HashMap<>());
        return answer.status() == 200 && answer.json().get("votingReady").asBoolean();
    }

    /** Whether the closing certificate is out. */
    public boolean isCertified(UUID petition) {
        JsonHttp.Answer answer = http.get(petition(petition), new HashMap<>());
        return answer.status() == 200 && answer.json().get("certified").asBoolean();
    }

    private String petition(UUID petition) {
        return publicUrl + "/api/v1/petitions/" + petition;
    }
}
