package se.lyhord.forensics.crowd;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.CitizenBrowser;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.LoggedIn;
import se.lyhord.local.run.People;
import se.lyhord.local.run.TestPersons;

/**
 * People who log in one after the other and vote a while later: a few with the test e-ID from the
 * first page on, the rest with cookies as a login gives them.
 */
public final class Crowd {

    /** How long people take from login to vote, as a part of the time between two logins. */
    public static final double MEDIAN_DELAY = 0.5;

    private static final double SPREAD = 0.8;
    private static final int DIGITS = 12;
    private static final int TRACKER_BYTES = 16;
    private static final List<String> BY_EID = List.of("tolvan", "anders", "beatrice", "cecilia");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String publicUrl;
    private final LoggedIn loggedIn;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random;

    /**
     * @param system a system that has been started
     * @param seed draws the same people and delays again
     */
    public Crowd(LocalSystem system, long seed) {
        this.publicUrl = system.plan().publicUrl();
        this.loggedIn = new LoggedIn(system.sessionKeys());
        this.random = new Random(seed);
    }

    /**
     * Lets people vote, and returns when all have their receipt.
     *
     * @param number how many, besides those with the test e-ID
     * @param over from the first login to the last
     * @throws LocalFailure if somebody gets none
     */
    public List<Voter> vote(UUID petition, int number, Duration over) {
        List<Future<Voter>> voting = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            BY_EID.forEach(name -> voting.add(threads.submit(() -> byEid(petition, name))));
            double between = (double) over.toNanos() / number;
            for (String person : persons(number)) {
                TimeUnit.NANOSECONDS.sleep((long) (between * exponential()));
                long delay = (long) (between * MEDIAN_DELAY * logNormal());
                String name = "voter " + voting.size();
                voting.add(threads.submit(() -> byCookie(petition, name, person, delay)));
            }
            List<Voter> voters = new ArrayList<>();
            for (Future<Voter> vote : voting) {
                voters.add(vote.get());
            }
            return voters;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        } catch (ExecutionException e) {
            throw new LocalFailure("Somebody could not vote: " + e.getMessage(), e);
        }
    }

    /** Everybody who could vote, those who do among them. */
    public static Set<String> population() {
        Set<String> all = new LinkedHashSet<>(People.numbers().values());
        for (int i = 0; i < TestPersons.NUMBER; i++) {
            all.add(digits(TestPersons.kindAndDigits(i)));
        }
        return all;
    }

    private Set<String> persons(int number) {
        var known = People.numbers().values();
        Set<String> persons = new LinkedHashSet<>();
        while (persons.size() < number) {
            String person =
                    TestPersons.kindAndDigits(random.nextInt(TestPersons.NUMBER - Controls.MOST));
            if (!known.contains(digits(person))) {
                persons.add(person);
            }
        }
        return persons;
    }

    private double exponential() {
        return -Math.log(1 - random.nextDouble());
    }

    private double logNormal() {
        return Math.exp(SPREAD * random.nextGaussian());
    }

    private Voter byEid(UUID petition, String citizen) {
        Map<String, String> numbers = People.numbers();
        AtomicReference<String> sent = new AtomicReference<>("");
        AtomicReference<Long> login = new AtomicReference<>(0L);
        CitizenBrowser.Outcome outcome =
                new CitizenBrowser(publicUrl)
                        .vote(
                                petition,
                                citizen,
                                People.read().eidPassword(),
                                tracker -> {
                                    sent.set(tracker);
                                    login.set(now());
                                });
        if (outcome != CitizenBrowser.Outcome.COUNTED) {
            throw new LocalFailure(citizen + " got no receipt: " + outcome + ".");
        }
        return new Voter(citizen, numbers.getOrDefault(citizen, ""), sent.get(), login.get(), true);
    }

    private Voter byCookie(UUID petition, String name, String person, long delayNanos)
            throws IOException, InterruptedException {
        String tracker = tracker();
        LoggedIn.Form form = loggedIn.confirm(person, tracker);
        long login = now();
        TimeUnit.NANOSECONDS.sleep(delayNanos);
        HttpResponse<Void> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(publicUrl + "/forslag/" + petition + "/rosta"))
                                .timeout(LIMIT)
                                .header("Cookie", form.cookies())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form.body()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/kvitto")) {
            throw new LocalFailure(name + " got no receipt: " + answer.statusCode() + ".");
        }
        return new Voter(name, digits(person), tracker, login, false);
    }

    private static String tracker() {
        byte[] bytes = new byte[TRACKER_BYTES];
        RandomGenerator.getDefault().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String digits(String kindAndDigits) {
        return kindAndDigits.substring(kindAndDigits.length() - DIGITS);
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
    }
}
