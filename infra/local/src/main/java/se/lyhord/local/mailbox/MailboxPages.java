package se.lyhord.local.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lyhord.local.Ports;

/**
 * The list of mails, and each of them. A mail's HTML is shown in a frame that runs no script and
 * loads nothing, as mail programs show it.
 */
final class MailboxPages {

    private static final Pattern MAIL = Pattern.compile("/mail/(\\d{1,9})(/html)?");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>&\"]+");

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";
    private static final String MAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'none';"
                    + " sandbox allow-top-navigation-by-user-activation";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="sv"><head><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width">
            <style>
            body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif;
              color:#2B302F;background:#F7F5F0}
            a{color:#0B5A66} h1{font-size:1.5rem} li{margin:.75rem 0} small{color:#4A504E}
            dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}
            dt{font-weight:600} dd{margin:0;overflow-wrap:anywhere}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:1rem;background:#fff;
              border:1px solid #D3CFC6;font:inherit}
            iframe{width:100%%;height:36rem;background:#fff;border:1px solid #D3CFC6}
            </style></head><body><main>
            %s
            </main></body></html>
            """;

    private final GreenMail server;

    MailboxPages(GreenMail server) {
        this.server = server;
    }

    void listen(int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(Ports.LOOPBACK, port), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::answer);
        http.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            MimeMessage[] mails = server.getReceivedMessages();
            Matcher one = MAIL.matcher(path);
            if (path.equals("/")) {
                send(exchange, 200, PAGE_POLICY, list(mails));
            } else if (one.matches() && Integer.parseInt(one.group(1)) < mails.length) {
                int number = Integer.parseInt(one.group(1));
                Mail mail = Mail.read(mails[number]);
                if (one.group(2) == null) {
                    send(exchange, 200, PAGE_POLICY, page(number, mail));
                } else {
                    send(exchange, 200, MAIL_POLICY, leadingOut(mail.html()));
                }
            } else {
                send(exchange, 404, PAGE_POLICY, PAGE.formatted("404", "<h1>404</h1>"));
            }
        } catch (MessagingException e) {
            throw new IOException("unreadable mail", e);
        }
    }

    private static String list(MimeMessage[] mails) throws MessagingException, IOException {
        StringBuilder rows = new StringBuilder("<h1>Mejl som skickats</h1>\n");
        if (mails.length == 0) {
            rows.append("<p>Inget mejl än.</p>");
        }
        rows.append("<ul>\n");
        for (int number = mails.length - 1; number >= 0; number--) {
            Mail mail = Mail.read(mails[number]);
            rows.append(
                    "<li><a href=\"/mail/%d\">%s</a><br><small>till %s</small></li>%n"
                            .formatted(number, escaped(mail.subject()), escaped(mail.to())));
        }
        return PAGE.formatted("Mejl", rows.append("</ul>"));
    }

    private static String page(int number, Mail mail) {
        String text = LINK.matcher(escaped(mail.text())).replaceAll("<a href=\"$0\">$0</a>");
        return PAGE.formatted(
                escaped(mail.subject()),
                """
                <p><a href="/">Alla mejl</a></p>
                <h1>%s</h1>
                <dl><dt>Från</dt><dd>%s</dd><dt>Till</dt><dd>%s</dd>
                <dt>List-Unsubscribe</dt><dd>%s</dd></dl>
                <h2>Text</h2>
                <pre id="text">%s</pre>
                <h2>HTML</h2>
                <iframe title="HTML" src="/mail/%d/html"
                  sandbox="allow-top-navigation-by-user-activation"></iframe>
                """
                        .formatted(
                                escaped(mail.subject()),
                                escaped(mail.from()),
                                escaped(mail.to()),
                                escaped(mail.unsubscribe()),
                                text,
                                number));
    }

    /** Links of a mail open in the window and not in the mail's frame. */
    private static String leadingOut(String html) {
        return html.replaceFirst("<head>", "<head><base target=\"_top\">");
    }

    private static void send(HttpExchange exchange, int status, String policy, String page)
            throws IOException {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", policy);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
