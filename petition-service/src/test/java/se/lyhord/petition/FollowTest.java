package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lyhord.local.Ports;

/** Following by e-mail, through a real mail server, from the first mail to the last erased row. */
@ExtendWith(OutputCaptureExtension.class)
class FollowTest extends PetitionServiceTest {

    private static final int SMTP = Ports.free();
    private static final Pattern TOKEN = Pattern.compile("/folj/([A-Za-z0-9_-]{22})\\b");
    private static final Pattern STATUS = Pattern.compile("/status/([A-Za-z0-9_-]{22})\\b");

    @Autowired private Environment environment;
    @Autowired private MeterRegistry meters;
    @TempDir private Path folder;

    private GreenMail server;
    private JdbcClient follow;
    private String anna;
    private String bo;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", () -> SMTP);
        registry.add("lyhord.follow.retry", () -> "1s");
        registry.add("lyhord.follow.interval", () -> "1s");
        registry.add("lyhord.follow.erase-interval", () -> "1s");
        registry.add("lyhord.municipality.name", () -> "Ekeby");
    }

    @BeforeEach
    void start() {
        startMailServer();
        follow =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                environment.getRequiredProperty("spring.datasource.url"),
                                "petition_follow",
                                environment.getRequiredProperty("lyhord.follow.password")));
        anna = "anna." + UUID.randomUUID() + "@example.se";
        bo = "bo." + UUID.randomUUID() + "@example.se";
    }

    @AfterEach
    void stop() {
        server.stop();
        setVotingPeriod("P90D");
    }

    @Test
    void anAddressIsConfirmedBeforeAnythingElseIsSentToIt() {
        UUID petition = opened("Fler cykelställ vid stationen");
        assertThat(follow(petition, anna)).isEqualTo(202);
        MimeMessage asked = mail(anna, 1);
        assertThat(subject(asked)).isEqualTo("Bekräfta att du vill följa ett förslag");
        assertThat(parts(asked)).hasSize(2).allMatch(it -> it.contains("Fler cykelställ"));

        String token = token(asked);
        assertThat(api.get("/api/v1/follow/" + token).body().path("confirmed").asBoolean())
                .isFalse();
        assertThat(askedAt(anna)).as("a look at the page confirms nothing").isEqualTo(1);
        assertThat(confirm(token)).isEqualTo(204);
        assertThat(confirm(token)).isEqualTo(204);
        assertThat(askedAt(anna)).as("the time is forgotten").isZero();
        assertThat(api.get("/api/v1/follow/" + token).body().path("confirmed").asBoolean())
                .isTrue();
        assertThat(confirm("AAAAAAAAAAAAAAAAAAAAAA")).isEqualTo(404);
    }

    @Test
    void askingAgainTellsNobodyWhoFollowsAndFillsNoMailbox() {
        UUID petition = opened("Belys gångvägen");
        follow(petition, anna);
        confirm(token(mail(anna, 1)));
        for (int time = 0; time < 8; time++) {
            assertThat(follow(petition, anna)).isEqualTo(202);
        }
        assertThat(follow(petition, bo)).as("another address").isEqualTo(202);
        mail(bo, 1);
        assertThat(mails(anna).size()).isBetween(2, 3);
    }

    @Test
    void whatCannotBeAnAddressOrAPetitionIsRefused() {
        UUID petition = opened("Sommaröppet bibliotek");
        for (String wrong :
                List.of(
                        "",
                        "anna",
                        "anna@example",
                        "a@example.se,b@example.se",
                        "Anna <a@example.se>",
                        "a@example.se\r\nBcc: b@example.se",
                        "ånna@example.se")) {
            assertThat(follow(petition, wrong)).as(wrong).isEqualTo(422);
        }
        assertThat(follow(UUID.randomUUID(), anna)).isEqualTo(409);
        assertThat(follow(submitted("Ännu inte granskat"), anna)).isEqualTo(409);
    }

    @Test
    void followersHearTheCountAndTheAnswerAndAreThenErased(CapturedOutput output) {
        setVotingPeriod("PT12S");
        UUID petition = opened("Plantera träd på torget");
        follow(petition, anna);
        follow(petition, bo);
        confirm(token(mail(anna, 1)));
        mail(bo, 1);
        awaitState(petition, "CLOSED");
        Topics.publish(
                "tally",
                petition,
                1,
                "PetitionCertified",
                Map.of("petitionId", petition, "count", 1, "day", "2026-11-28"));
        MimeMessage counted = mail(anna, 2);
        assertThat(subject(counted)).isEqualTo("Rösterna är räknade");
        assertThat(parts(counted)).allMatch(it -> it.contains("Förslaget fick 1 röst."));

        answer(petition);
        MimeMessage last = mail(anna, 3);
        assertThat(parts(last))
                .allMatch(it -> it.contains("TN i Ekeby kommun: ja"))
                .allMatch(it -> it.contains("vårt sista mejl"));
        await().untilAsserted(() -> assertThat(rowsOf(petition)).isZero());
        assertThat(confirm(token(last))).isEqualTo(404);
        assertThat(mails(bo)).as("bo never confirmed").hasSize(1);
        assertThat(follow(petition, anna)).isEqualTo(409);
        assertThat(output.getAll().lines().filter(line -> !line.contains("greenmail")))
                .as("what the service logs, not the mail server")
                .noneMatch(line -> line.contains(anna) || line.contains(bo));
    }

    @Test
    void everyMailHasItsWayOutAndOneClickIsEnough() throws Exception {
        UUID petition = opened("Öppna fritidsgården");
        follow(petition, anna);
        MimeMessage asked = mail(anna, 1);
        assertThat(asked.getHeader("List-Unsubscribe", null))
                .matches("<http://localhost:8080/folj/[A-Za-z0-9_-]{22}/sluta>");
        assertThat(asked.getHeader("List-Unsubscribe-Post", null))
                .isEqualTo("List-Unsubscribe=One-Click");
        assertThat(asked.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        String token = token(asked);
        confirm(token);
        assertThat(api.delete("/api/v1/follow/" + token).status()).isEqualTo(204);
        assertThat(rowsOf(petition)).isZero();
        assertThat(api.delete("/api/v1/follow/" + token).status()).isEqualTo(204);
        assertThat(api.get("/api/v1/follow/" + token).status()).isEqualTo(404);
    }

    @Test
    void aMailServerThatIsAwayLosesNothing() {
        UUID petition = opened("Sänk farten på Skolgatan");
        server.stop();
        follow(petition, anna);
        await().until(() -> tries(petition) >= 2);
        assertThat(waiting()).isPositive();
        startMailServer();
        mail(anna, 1);
        assertThat(mails(anna)).hasSize(1);
        await().until(() -> notices(petition) == 0);
        await().until(() -> waiting() == 0);
    }

    @Test
    void twoInstancesSendEachMailOnce() {
        UUID petition = opened("Gratis buss på lördagar");
        List<String> many =
                java.util.stream.IntStream.range(0, 40).mapToObj(it -> it + "." + anna).toList();
        Map<String, String> sameServer =
                Map.of("spring.mail.port", Integer.toString(SMTP), "lyhord.follow.interval", "1s");
        try (SecondInstance second = new SecondInstance(environment, folder, sameServer)) {
            many.forEach(it -> follow(petition, it));
            many.forEach(it -> confirm(token(mail(it, 1))));
            extend(petition);
            many.forEach(it -> mail(it, 2));
            await().until(() -> notices(petition) == 0);
            assertThat(second.api().get("/api/v1/petitions/" + petition).status()).isEqualTo(200);
        }
        many.forEach(it -> assertThat(mails(it)).hasSize(2));
    }

    @Test
    void aTakenDownPetitionIsMentionedWithoutItsTitleAndForgotten() {
        UUID petition = opened("Hemligt ord i rubriken");
        follow(petition, anna);
        confirm(token(mail(anna, 1)));
        Topics.publish(
                "moderation",
                petition,
                2,
                "PetitionTakenDown",
                Map.of(
                        "petitionId",
                        petition,
                        "reason",
                        "PERSONAL_DATA",
                        "endsVote",
                        false,
                        "decidedAt",
                        "2026-11-23T09:00:00Z"));
        MimeMessage last = mail(anna, 2);
        assertThat(parts(last)).noneMatch(it -> it.contains("Hemligt"));
        await().untilAsserted(() -> assertThat(rowsOf(petition)).isZero());
    }

    @Test
    void thePetitionerConfirmsAndHearsOfTheReviewWithAPrivateLink() {
        UUID petition = proposed("Rusta upp badplatsen", anna);
        UUID other = proposed("Rusta upp bryggan", bo);
        MimeMessage asked = mail(anna, 1);
        assertThat(subject(asked)).isEqualTo("Bekräfta din e-postadress");
        assertThat(parts(asked))
                .as("words that nobody has reviewed go to no unconfirmed address")
                .noneMatch(it -> it.contains("badplatsen"))
                .noneMatch(it -> STATUS.matcher(it).find());
        confirm(token(asked));
        approve(petition);
        approve(other);
        MimeMessage opened = mail(anna, 2);
        assertThat(subject(opened)).isEqualTo("Ditt förslag är öppet för röstning");
        Matcher status = STATUS.matcher(parts(opened).getFirst());
        assertThat(status.find()).isTrue();
        await().untilAsserted(
                        () ->
                                assertThat(
                                                api.get("/api/v1/status/" + status.group(1))
                                                        .text("petitionId"))
                                        .isEqualTo(petition.toString()));
        assertThat(mails(bo)).as("bo never confirmed").hasSize(1);
    }

    @Test
    void whatIsOldIsErased() {
        UUID petition = opened("En bänk vid busshållplatsen");
        follow(petition, anna);
        mail(anna, 1);
        follow.sql(
                        """
                        update follow.subscription set asked_at = asked_at - interval '24 hours'
                        where petition_id = ?
                        """)
                .param(petition)
                .update();
        await().untilAsserted(() -> assertThat(rowsOf(petition)).isZero());
    }

    private double waiting() {
        return meters.get("lyhord.mail.waiting").gauge().value();
    }

    private void startMailServer() {
        server = new GreenMail(new ServerSetup(SMTP, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    private UUID opened(String title) {
        UUID petition = submitted(title);
        approve(petition);
        awaitState(petition, "OPEN");
        return petition;
    }

    private UUID proposed(String title, String email) {
        Api.Answer answer =
                api.post(
                        "/api/v1/petitions",
                        Map.of("title", title, "text", TEXT, "language", "sv", "email", email));
        assertThat(answer.status()).isEqualTo(201);
        return UUID.fromString(answer.text("petitionId"));
    }

    private int follow(UUID petition, String email) {
        return api.post(
                        "/api/v1/petitions/" + petition + "/followers",
                        Map.of("email", email, "language", "sv"))
                .status();
    }

    private int confirm(String token) {
        return api.post("/api/v1/follow/" + token + "/confirmation", "").status();
    }

    private void answer(UUID petition) {
        assertThat(
                        api.put(
                                        "/api/v1/petitions/" + petition + "/outcome",
                                        Map.of(
                                                "decision", "ACCEPTED",
                                                "decidedOn", "2026-11-20",
                                                "committee", "TN",
                                                "registryNumber", "TN 2026/8",
                                                "answer", "Ja, till våren."),
                                        "Authorization",
                                        bearer("case-officer"),
                                        "If-Match",
                                        "\"0\"")
                                .status())
                .isEqualTo(204);
    }

    /** As when an outage has been confirmed: its entry on the timeline is what is told. */
    private void extend(UUID petition) {
        JdbcClient owner =
                JdbcClient.create(
                        new DriverManagerDataSource(
                                environment.getRequiredProperty("spring.datasource.url"),
                                "petition_owner",
                                environment.getRequiredProperty("spring.flyway.password")));
        owner.sql(
                        """
                        insert into timeline_entry (petition_id, event, number, day, details)
                        values (?, 'EXTENDED', 2, current_date,
                            '{"closesAt":"2027-03-01T22:59:00Z"}')
                        """)
                .param(petition)
                .update();
    }

    private int rowsOf(UUID petition) {
        return follow.sql("select count(*) from follow.subscription where petition_id = ?")
                .param(petition)
                .query(Integer.class)
                .single();
    }

    private int notices(UUID petition) {
        return count("select count(*)", petition);
    }

    private int tries(UUID petition) {
        return count("select coalesce(max(n.tries), 0)", petition);
    }

    private int count(String what, UUID petition) {
        return follow.sql(
                        what
                                + " from follow.notice n join follow.subscription s"
                                + " using (subscription_id) where s.petition_id = ?")
                .param(petition)
                .query(Integer.class)
                .single();
    }

    private int askedAt(String email) {
        return follow.sql(
                        """
                        select count(*) from follow.subscription
                        where email = ? and asked_at is not null
                        """)
                .param(email)
                .query(Integer.class)
                .single();
    }

    private MimeMessage mail(String address, int number) {
        await().untilAsserted(() -> assertThat(mails(address)).hasSizeGreaterThanOrEqualTo(number));
        return mails(address).get(number - 1);
    }

    private List<MimeMessage> mails(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(it -> recipient(it).equals(address))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text first, then the HTML. */
    private static List<String> parts(MimeMessage mail) {
        try {
            MimeMultipart both = (MimeMultipart) mail.getContent();
            BodyPart text = both.getBodyPart(0);
            BodyPart html = both.getBodyPart(1);
            assertThat(text.getContentType()).startsWith("text/plain");
            assertThat(html.getContentType()).startsWith("text/html");
            return List.of((String) text.getContent(), (String) html.getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(MimeMessage mail) {
        Matcher link = TOKEN.matcher(parts(mail).getFirst());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
