package se.lyhord.petition.outcome;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.Refusal;

/** Takes a decision's document from a case officer, and hands it to everybody. PDF only. */
@RestController
class DocumentController {

    private static final int MOST_BYTES = 5 << 20;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\d][\\p{L}\\d ._-]{0,95}\\.pdf");

    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    /** The document's identity, for the outcome that names it. */
    record Kept(UUID documentId) {}

    /**
     * Keeps a document.
     *
     * @param name ends with {@code .pdf}, at most 100 characters
     * @throws Refusal when it is too large (413), or by its first bytes or its name no PDF (415)
     */
    @PostMapping("/api/v1/petitions/{id}/documents")
    ResponseEntity<Kept> add(
            @PathVariable UUID id, @RequestParam String name, @RequestBody byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "document-too-large");
        }
        if (!NAME.matcher(name).matches()
                || content.length < PDF.length
                || !Arrays.equals(content, 0, PDF.length, PDF, 0, PDF.length)) {
            throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "document-not-pdf");
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Kept(documents.add(id, name, content)));
    }

    /** Hands out the document of the newest outcome. */
    @GetMapping("/api/v1/petitions/{id}/documents/{documentId}")
    ResponseEntity<byte[]> read(@PathVariable UUID id, @PathVariable UUID documentId) {
        var document = documents.published(id, documentId).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(document.content());
    }
}
