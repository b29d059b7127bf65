package se.lyhord.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import se.lyhord.local.LocalFailure;

/** One citizen with one browser: follows links, keeps cookies, fills in forms. */
public final class CitizenBrowser {

    private static final int MOST_HOPS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String publicUrl;
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new LocalhostCookies()).build();

    /** A page and where it is. */
    private record Page(URI address, String content) {}

    /**
     * @param publicUrl the citizens' address
     */
    public CitizenBrowser(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** How an attempt to vote ended. */
    public enum Outcome {
        /** Here is the receipt. */
        COUNTED,
        /** This person had voted already. */
        COUNTED_BEFORE,
        /** No receipt was shown. */
        NOT_COUNTED
    }

    /** Presses Rösta, logs in with the test e-ID and confirms. */
    public Outcome vote(UUID petition, String username, String password) {
        return vote(petition, username, password, tracker -> {});
    }

    /**
     * As above.
     *
     * @param confirming takes the tracker in the form just before the form is sent
     * @throws LocalFailure if there is no answer
     */
    public Outcome vote(
            UUID petition, String username, String password, Consumer<String> confirming) {
        Page page = get(publicUrl + "/forslag/" + petition + "/rosta");
        if (Html.formWith("password", page.content()).isPresent()) {
            page = send(page, "password", Map.of("username", username, "password", password));
        }
        Optional<Html.Form> confirm = Html.formWith("tracker", page.content());
        if (confirm.isPresent()) {
            confirming.accept(confirm.get().fields().getOrDefault("tracker", ""));
            page = send(page, "tracker", Map.of());
        }
        if (page.address().getPath().endsWith("/kvitto")) {
            return Outcome.COUNTED;
        }
        return page.address().getPath().endsWith("/redan-raknad")
                ? Outcome.COUNTED_BEFORE
                : Outcome.NOT_COUNTED;
    }

    private Page send(Page page, String knownBy, Map<String, String> filledIn) {
        Html.Form form =
                Html.formWith(knownBy, page.content())
                        .orElseThrow(() -> new LocalFailure("No form at " + page.address()));
        Map<String, String> fields = new LinkedHashMap<>(form.fields());
        fields.putAll(filledIn);
        return fetch(
                HttpRequest.newBuilder(page.address().resolve(form.action()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(Html.urlEncoded(fields))));
    }

    private Page get(String address) {
        return fetch(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    /** Follows more redirects than Java's client would: a login takes about ten. */
    private Page fetch(HttpRequest.Builder first) {
        HttpResponse<String> response = send(first);
        for (int hops = 0; hops < MOST_HOPS && response.statusCode() / 100 == 3; hops++) {
            URI next =
                    response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
            response = send(HttpRequest.newBuilder(next).GET());
        }
        return new Page(response.uri(), response.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest whole =
                request.timeout(LIMIT)
                        .header("Accept", "text/html")
                        .header("Accept-Language", "sv")
                        .build();
        try {
            return http.send(whole, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LocalFailure("No answer from " + whole.uri().getAuthority() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
    }
}
