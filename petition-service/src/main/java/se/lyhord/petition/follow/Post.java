package se.lyhord.petition.follow;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import se.lyhord.petition.follow.Outbox.Notice;
import se.lyhord.petition.follow.Outbox.Secrets;
import se.lyhord.petition.follow.Outbox.Sent;

/** Hands mails to the mail server. What it says of a failure names addresses, so nobody sees it. */
@Component
class Post {

    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final String UTF_8 = "UTF-8";

    private final JavaMailSender server;
    private final Letters letters;
    private final String sender;
    private boolean failing;

    Post(JavaMailSender server, Letters letters, FollowSettings settings) {
        this.server = server;
        this.letters = letters;
        this.sender = settings.sender();
    }

    Sent send(Notice notice, Secrets secrets) {
        try {
            server.send(mime(notice, letters.letter(notice, secrets)));
            failing = false;
            return Sent.YES;
        } catch (MailException e) {
            // With a cause there was no server to say anything of the one mail.
            return e.getCause() == null ? refused(notice) : away(e.getCause());
        } catch (MessagingException | RuntimeException e) {
            LOG.warn("Notice {} is no mail: {}", notice.noticeId(), e.getClass().getSimpleName());
            return Sent.NOT_THIS_ONE;
        }
    }

    private static Sent refused(Notice notice) {
        LOG.info("The mail server refuses notice {}", notice.noticeId());
        return Sent.NOT_THIS_ONE;
    }

    private Sent away(Throwable cause) {
        if (!failing) {
            LOG.warn("No mail server; trying again: {}", cause.getClass().getSimpleName());
            failing = true;
        }
        return Sent.NOTHING_NOW;
    }

    /** RFC 8058 for the way out, RFC 3834 so that no machine answers. */
    private MimeMessage mime(Notice notice, Letter letter) throws MessagingException {
        MimeMessage message =
                new Numbered(server.createMimeMessage().getSession(), id(notice.noticeId()));
        message.setFrom(new InternetAddress(sender, true));
        message.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(new EmailAddress(notice.email()).value(), true));
        message.setSubject(letter.subject().replaceAll("\\p{Cntrl}+", " "), UTF_8);
        message.setSentDate(Date.from(Instant.now()));
        message.setContent(
                new MimeMultipart(
                        "alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<" + letter.end() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }

    private String id(UUID notice) {
        return "<" + notice + sender.substring(sender.lastIndexOf('@')) + ">";
    }

    /** Keeps its Message-ID, so that a mail sent twice around a crash is known to be one. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
