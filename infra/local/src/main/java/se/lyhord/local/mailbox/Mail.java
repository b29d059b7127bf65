package se.lyhord.local.mailbox;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** One mail as a person reads it; a part that it does not have is empty. */
record Mail(String from, String to, String subject, String unsubscribe, String text, String html) {

    static Mail read(MimeMessage message) throws MessagingException, IOException {
        return new Mail(
                addresses(message.getFrom()),
                addresses(message.getRecipients(Message.RecipientType.TO)),
                String.valueOf(message.getSubject()),
                Objects.requireNonNullElse(message.getHeader("List-Unsubscribe", ", "), ""),
                part(message, "text/plain"),
                part(message, "text/html"));
    }

    private static String part(MimeMessage message, String kind)
            throws MessagingException, IOException {
        if (message.getContent() instanceof Multipart parts) {
            for (int number = 0; number < parts.getCount(); number++) {
                BodyPart part = parts.getBodyPart(number);
                if (part.isMimeType(kind)) {
                    return String.valueOf(part.getContent());
                }
            }
            return "";
        }
        return message.isMimeType(kind) ? String.valueOf(message.getContent()) : "";
    }

    private static String addresses(Object... all) {
        return Arrays.stream(all).map(String::valueOf).collect(Collectors.joining(", "));
    }
}
