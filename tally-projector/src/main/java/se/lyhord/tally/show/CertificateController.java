package se.lyhord.tally.show;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import se.lyhord.tally.config.Signers;
import se.lyhord.tally.tally.FinalTally;
import se.lyhord.tally.tally.Recount;
import se.lyhord.tally.tally.Sha256;

/** What remains of a certified vote, for anyone to check. It never changes. */
@RestController
@RequestMapping("/api/v1/tallies")
class CertificateController {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic().immutable();

    private final TallyProjection projection;
    private final Signers signers;

    CertificateController(TallyProjection projection, Signers signers) {
        this.projection = projection;
        this.signers = signers;
    }

    /** The certificate, exactly as signed. */
    @GetMapping(
            path = "/{petitionId}/certificate.json",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> certificate(@PathVariable UUID petitionId) {
        return unchanging(certified(petitionId).document(), MediaType.APPLICATION_JSON);
    }

    /** Its Ed25519 signature, 64 bytes. */
    @GetMapping(
            path = "/{petitionId}/certificate.sig",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> signature(@PathVariable UUID petitionId) {
        return unchanging(certified(petitionId).signature(), MediaType.APPLICATION_OCTET_STREAM);
    }

    /** The tracker list, one a line, sorted. */
    @GetMapping(path = "/{petitionId}/trackers.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    void trackers(@PathVariable UUID petitionId, WebRequest request, HttpServletResponse response)
            throws IOException {
        FinalTally result = certified(petitionId).result();
        if (request.checkNotModified("\"" + result.digest() + "\"")) {
            return;
        }
        response.setContentType("text/plain;charset=US-ASCII");
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_GOOD.getHeaderValue());
        response.setContentLengthLong(result.count() * Recount.LINE);
        var out = response.getOutputStream();
        for (int part = 0; ; part++) {
            var bytes = projection.trackers(petitionId, part);
            if (bytes.isEmpty()) {
                return;
            }
            out.write(bytes.get());
        }
    }

    /** The public keys that certificates are verified with, and how they follow on each other. */
    @GetMapping(path = "/keys", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(signers.certificateKeys().toJson());
    }

    private TallyProjection.Certified certified(UUID petition) {
        return projection.certified(petition).orElseThrow(NotCertified::new);
    }

    private static ResponseEntity<byte[]> unchanging(byte[] bytes, MediaType type) {
        return ResponseEntity.ok()
                .cacheControl(FOR_GOOD)
                .eTag(Sha256.of(bytes).substring(0, 32))
                .contentType(type)
                .body(bytes);
    }
}
