package se.lyhord.local.mailbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import se.lyhord.local.Ports;

/** Starts the mail server and its page, both on the loopback interface. */
public final class Mailbox {

    private Mailbox() {}

    /**
     * @param arguments the port for SMTP and the port of the page
     * @throws IOException if the page's port is taken
     */
    public static void main(String[] arguments) throws IOException {
        ServerSetup smtp =
                new ServerSetup(
                        Integer.parseInt(arguments[0]), Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP);
        GreenMail server = new GreenMail(smtp);
        server.start();
        new MailboxPages(server).listen(Integer.parseInt(arguments[1]));
    }
}
