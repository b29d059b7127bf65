package se.lyhord.moderation.outcome;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;

/**
 * A file as the case officer chose it. Known to be a PDF by its first bytes, not by what the
 * browser calls it.
 */
record Upload(String name, byte[] content) {

    private static final int MOST_BYTES = 5 << 20;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** The file, or null when none was chosen. */
    static @Nullable Upload of(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        try {
            return new Upload(tidy(file.getOriginalFilename()), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<FieldError> errors(Problems problems, Locale locale) {
        if (content.length > MOST_BYTES) {
            return List.of(problems.field("outcome", "document", "too-large", locale));
        }
        return content.length >= PDF.length
                        && Arrays.equals(content, 0, PDF.length, PDF, 0, PDF.length)
                ? List.of()
                : List.of(problems.field("outcome", "document", "not-pdf", locale));
    }

    /** Only letters, digits and a few signs, ending in {@code .pdf}; never a path. */
    private static String tidy(@Nullable String name) {
        var plain = name == null ? "" : name.replaceFirst("(?i)\\.pdf$", "");
        plain = plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('\\')) + 1);
        plain = plain.replaceAll("[^\\p{L}\\d _-]", "").strip();
        if (plain.isEmpty() || !Character.isLetterOrDigit(plain.charAt(0))) {
            plain = "beslut" + plain;
        }
        return plain.substring(0, Math.min(plain.length(), 80)).strip() + ".pdf";
    }

    @Override
    public String toString() {
        return "Upload[" + content.length + " bytes]";
    }
}
