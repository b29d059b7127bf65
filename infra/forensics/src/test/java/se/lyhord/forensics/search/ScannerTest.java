package se.lyhord.forensics.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannerTest {

    private static final String NUMBER = "189001022384";
    private final byte[] key = new byte[32];
    private final Random random = new Random(7);

    ScannerTest() {
        random.nextBytes(key);
    }

    @Test
    void everyFormOfANumberIsFoundInLongerText() throws IOException {
        Scanner scanner = number();
        for (String text :
                List.of(
                        "person " + NUMBER + ".",
                        "{\"pnr\":\"9001022384\"}",
                        "18900102-2384",
                        HexFormat.of().formatHex(ascii("x" + NUMBER)))) {
            assertThat(hits(scanner, ascii(text))).as(text).isNotEmpty();
        }
        for (String before : List.of("", "a", "ab")) {
            byte[] claims = ascii(before + NUMBER + "\"}");
            assertThat(hits(scanner, Base64.getEncoder().encode(claims))).isNotEmpty();
            assertThat(hits(scanner, Base64.getUrlEncoder().encode(claims))).isNotEmpty();
        }
        assertThat(hits(scanner, NUMBER.getBytes(StandardCharsets.UTF_16LE))).isNotEmpty();
        assertThat(hits(scanner, NUMBER.getBytes(StandardCharsets.UTF_16BE))).isNotEmpty();
        assertThat(hits(scanner, ascii("900102238"))).isEmpty();
    }

    @Test
    void everyFormOfAKeyIsFound() throws IOException {
        Scanner scanner = new Scanner(List.of(Secret.hmacKey(Secret.Kind.SALT, "somebody", key)));
        byte[] inner = Arrays.copyOf(key, 64);
        for (int i = 0; i < inner.length; i++) {
            inner[i] ^= 0x36;
        }
        for (byte[] content :
                List.of(
                        key,
                        inner,
                        ascii(HexFormat.of().formatHex(key)),
                        ascii(HexFormat.of().withUpperCase().formatHex(key)),
                        Base64.getEncoder().encode(key))) {
            byte[] among = new byte[1000 + content.length];
            random.nextBytes(among);
            System.arraycopy(content, 0, among, 777, content.length);
            assertThat(hits(scanner, among)).extracting(Scanner.Hit::offset).contains(777L);
        }
    }

    @Test
    void theStateAfterABlockIsTheOneThatTheJdkGoesOnFrom() throws Exception {
        byte[] block = new byte[64];
        random.nextBytes(block);
        byte[] padding = new byte[64];
        padding[0] = (byte) 0x80;
        ByteBuffer.wrap(padding).putLong(56, 512);
        int[] first = Sha256.stateAfter(block);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(block);
        int[] words = new int[8];
        ByteBuffer.wrap(digest).asIntBuffer().get(words);
        assertThat(Sha256.stateAfter(first, padding)).isEqualTo(words);
    }

    @Test
    void nothingIsMissedWhereAPieceOfAFileEnds() throws IOException {
        byte[] large = new byte[9 << 20];
        Scanner scanner = number();
        for (int at = (4 << 20) - 100; at < (4 << 20) + 400; at += 3) {
            System.arraycopy(ascii(NUMBER), 0, large, at, 12);
            assertThat(hits(scanner, large))
                    .extracting(Scanner.Hit::offset)
                    .containsExactly(at + 2L);
            Arrays.fill(large, at, at + 12, (byte) 0);
        }
    }

    @Test
    void aNumberAcrossTwoPagesOfTheLogIsFound(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int page = 0; page < 3; page++) {
            records.write(new byte[page == 0 ? 40 : 24]);
            byte[] content = new byte[8192 - (page == 0 ? 40 : 24)];
            if (page == 1) {
                System.arraycopy(ascii(NUMBER), 0, content, content.length - 5, 5);
            }
            if (page == 2) {
                System.arraycopy(ascii(NUMBER), 5, content, 0, 7);
            }
            records.write(content);
        }
        Path wal = Files.createDirectory(folder.resolve("pg_wal"));
        Path segment = wal.resolve("000000010000000000000003");
        Files.write(segment, records.toByteArray());
        assertThat(number().scan(segment)).hasSize(1);
    }

    private static Scanner number() {
        return new Scanner(List.of(Secret.number(Secret.Kind.PERSONNUMMER, "somebody", NUMBER)));
    }

    private static List<Scanner.Hit> hits(Scanner scanner, byte[] content) throws IOException {
        List<Scanner.Hit> hits = new ArrayList<>();
        scanner.scan(new ByteArrayInputStream(content), hits::add);
        return hits;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
