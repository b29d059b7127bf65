package se.lyhord.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import se.lyhord.contracts.Contracts;
import se.lyhord.keyvault.PublicKeyHistory;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.tally.tally.Sha256;
import tools.jackson.databind.JsonNode;

/** From the signed final tally to the certificate, which nothing changes. */
class CertifyTest extends ServiceTest {

    @Test
    void a_fenced_box_becomes_a_signed_tally_and_the_shredded_keys_a_certificate()
            throws Exception {
        String list = list(40_000);
        votingService.handsOut(petition, list);
        fence(list);
        await().atMost(PATIENCE).until(() -> state().equals("FINAL"));
        await().atMost(PATIENCE).until(() -> broker.tally(petition).size() == 1);
        var finalized = broker.tally(petition).getFirst();
        assertThat(Broker.header(finalized, "ce_type"))
                .isEqualTo("se.lyhord.tally.TallyFinalized.v1");
        assertThat(Broker.header(finalized, "ce_number")).isEqualTo("1");
        assertThat(orderVerifies(finalized)).isTrue();
        Contracts.assertValid("tally", "TallyFinalized", finalized.value());
        assertThat(get("/certificate.json").statusCode()).isEqualTo(404);
        assertThat(get("/trackers.txt").statusCode()).isEqualTo(404);

        broker.publish("keys", "PseudonymKeyCreated", petition, 1, ",\"vaultKind\":\"file\"");
        broker.publish("keys", "PseudonymKeyShredded", petition, 2, shredded(7));
        broker.publish("voting", "SaltShredded", petition, 3, shredded(4));
        await().atMost(PATIENCE).until(this::bothKeysAreGone);
        Thread.sleep(1000);
        assertThat(state()).isEqualTo("FINAL");
        broker.publish("voting", "BallotBoxPurged", petition, 4, "");
        await().atMost(PATIENCE).until(() -> state().equals("CERTIFIED"));
        await().atMost(PATIENCE).until(() -> broker.tally(petition).size() == 2);

        byte[] certificate = getBytes("/certificate.json");
        byte[] certifiedEvent = broker.tally(petition).getLast().value();
        Contracts.assertValid("tally", "PetitionCertified", certifiedEvent);
        var certified = JSON.readTree(certifiedEvent);
        assertThat(certified.get("certificateDigest").asString()).isEqualTo(Sha256.of(certificate));
        assertThat(certified.get("count").asLong()).isEqualTo(40_000);
        var keys = PublicKeyHistory.parse(get(URI.create(base() + "/keys")).body());
        assertThat(keys.verifies("certificate-1", certificate, getBytes("/certificate.sig")))
                .isTrue();
        var document = JSON.readTree(certificate);
        assertThat(document.get("ballotBox").get("vaultGeneration").asLong()).isEqualTo(4);
        assertThat(document.get("pseudonymKey").get("vaultGeneration").asLong()).isEqualTo(7);
        assertThat(document.get("day").asString()).isEqualTo(tally().get("day").asString());
        assertThat(get("/trackers.txt").body()).isEqualTo(list);
        assertThat(document.get("digest").asString())
                .isEqualTo(Sha256.of(getBytes("/trackers.txt")));
    }

    @Test
    void the_services_role_can_neither_change_nor_delete_a_result() {
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM pg_tables WHERE schemaname = 'public'
                                        AND tablename IN ('final_tally', 'closing_certificate',
                                            'tracker_list_part', 'salt_shredded')
                                        AND (has_table_privilege(tablename::text, 'DELETE')
                                            OR has_table_privilege(tablename::text, 'TRUNCATE')
                                            OR has_table_privilege(tablename::text, 'UPDATE'))
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private static String shredded(int generation) {
        return ",\"vaultKind\":\"file\",\"vaultGeneration\":" + generation;
    }

    private boolean orderVerifies(ConsumerRecord<String, byte[]> event) {
        JsonNode data = JSON.readTree(event.value());
        byte[] order =
                ShredOrder.bytesToSign(
                        petition, data.get("count").asLong(), data.get("digest").asString());
        byte[] signature = Base64.getUrlDecoder().decode(data.get("signature").asString());
        return orderKeys.verifies(data.get("kid").asString(), order, signature);
    }

    private boolean bothKeysAreGone() {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM salt_shredded WHERE petition = :petition)
                        AND EXISTS (SELECT FROM pseudonym_key_shredded WHERE petition = :petition)
                        """)
                .param("petition", petition)
                .query(Boolean.class)
                .single();
    }

    private byte[] getBytes(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base() + "/" + petition + path)).build();
        return HTTP.send(request, BodyHandlers.ofByteArray()).body();
    }
}
