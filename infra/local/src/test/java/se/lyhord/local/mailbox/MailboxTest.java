package se.lyhord.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.lyhord.local.MailboxServer;
import se.lyhord.local.Ports;

/** A mail on its way through the process that {@code ./run} starts. */
class MailboxTest {

    private final int smtp = Ports.free();
    private final int page = Ports.free();
    @TempDir private Path folder;
    private MailboxServer mailbox;

    @BeforeEach
    void start() {
        mailbox = new MailboxServer(folder, folder.resolve("mailbox.log"), smtp, page);
        mailbox.start();
    }

    @AfterEach
    void stop() {
        mailbox.stop();
        assertThat(mailbox.isRunning()).isFalse();
    }

    @Test
    void aMailCanBeReadAndRunsNothing() throws Exception {
        assertThat(get("/").body()).contains("Inget mejl än.");
        send("Hej <b>du</b>", "Läs http://localhost:1/a?b=c nu", "<p>Hej</p><script>x()</script>");

        assertThat(get("/").body()).contains("Hej &lt;b&gt;du&lt;/b&gt;", "anna@example.se");
        HttpResponse<String> mail = get("/mail/0");
        assertThat(mail.body())
                .contains("<a href=\"http://localhost:1/a?b=c\">", "src=\"/mail/0/html\"")
                .contains("sandbox=\"allow-top-navigation-by-user-activation\"")
                .doesNotContain("<script");
        assertThat(policy(mail)).contains("default-src 'none'", "frame-ancestors 'none'");
        HttpResponse<String> html = get("/mail/0/html");
        assertThat(html.body()).contains("<p>Hej</p>");
        assertThat(policy(html)).contains("default-src 'none'", "; sandbox ");
        assertThat(get("/mail/1").statusCode()).isEqualTo(404);
    }

    private void send(String subject, String text, String html) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", Ports.LOOPBACK);
        settings.setProperty("mail.smtp.port", Integer.toString(smtp));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("lyhord@localhost"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("anna@example.se"));
        message.setSubject(subject, "UTF-8");
        message.setContent(
                new MimeMultipart("alternative", part(text, "plain"), part(html, "html")));
        Transport.send(message);
    }

    private static MimeBodyPart part(String content, String kind) throws Exception {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, "UTF-8", kind);
        return part;
    }

    private static String policy(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Security-Policy").orElse("");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
