package se.lyhord.forensics.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * PostgreSQL's write-ahead log as one stream of records: without the headers of its pages, which
 * may stand in the middle of a record (access/xlog_internal.h, PostgreSQL 18).
 */
public final class WalPages {

    private static final Pattern SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final int PAGE = 8192;
    private static final int FIRST_HEADER = 40;
    private static final int HEADER = 24;

    private WalPages() {}

    /** Whether the file is a segment of a write-ahead log. */
    public static boolean isWal(Path file) {
        Path folder = file.getParent();
        return folder != null
                && folder.endsWith("pg_wal")
                && SEGMENT.matcher(file.getFileName().toString()).matches();
    }

    /** A segment's records. */
    public static InputStream open(Path segment) throws IOException {
        byte[] pages = Files.readAllBytes(segment);
        ByteArrayOutputStream records = new ByteArrayOutputStream(pages.length);
        for (int page = 0; page < pages.length; page += PAGE) {
            int header = page == 0 ? FIRST_HEADER : HEADER;
            records.write(pages, page + header, Math.min(PAGE, pages.length - page) - header);
        }
        return new ByteArrayInputStream(records.toByteArray());
    }
}
