package se.lyhord.petition.follow;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/**
 * What a mail says, as text and as HTML: the same words in both.
 *
 * @param paragraphs what has happened
 * @param button what its one link does
 * @param link where it leads
 * @param why why the reader gets it
 * @param unsubscribe what the last link says
 * @param end where it leads
 */
record Letter(
        Locale language,
        String subject,
        List<String> paragraphs,
        String button,
        URI link,
        String why,
        String unsubscribe,
        URI end) {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light"><title>%s</title></head>
            <body style="margin:0;padding:24px 16px;background:#F7F5F0;color:#2B302F;\
            font:16px/1.5 Figtree,'Segoe UI',Helvetica,Arial,sans-serif">
            <div style="max-width:560px;margin:0 auto;padding:24px;background:#FFFFFF;\
            border:1px solid #D3CFC6;border-radius:6px">
            <p style="margin:0 0 16px;color:#0B5A66;font-weight:600">Lyhörd</p>
            <h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">%s</h1>
            %s<p style="margin:24px 0"><a href="%s" style="display:inline-block;padding:12px 20px;\
            background:#0B5A66;color:#FFFFFF;border-radius:6px;text-decoration:none;\
            font-weight:600">%s</a></p>
            </div>
            <div style="max-width:560px;margin:16px auto 0;padding:0 24px;font-size:14px;\
            color:#4A504E">
            <p style="margin:0 0 8px">%s</p>
            <p style="margin:0"><a href="%s" style="color:#0B5A66">%s</a></p>
            </div>
            </body>
            </html>
            """;

    String text() {
        return """
        %s

        %s:
        %s

        --\s
        %s
        %s: %s
        """
                .formatted(String.join("\n\n", paragraphs), button, link, why, unsubscribe, end);
    }

    String html() {
        StringBuilder body = new StringBuilder();
        for (String paragraph : paragraphs) {
            body.append("<p style=\"margin:0 0 12px\">%s</p>%n".formatted(escaped(paragraph)));
        }
        return PAGE.formatted(
                language.getLanguage(),
                escaped(subject),
                escaped(subject),
                body,
                escaped(link.toString()),
                escaped(button),
                escaped(why),
                escaped(end.toString()),
                escaped(unsubscribe));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
