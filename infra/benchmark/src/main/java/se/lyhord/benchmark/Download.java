package se.lyhord.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import se.lyhord.local.LocalFailure;

/** Fetches bytes by HTTP, as they are. */
final class Download {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Download() {}

    /**
     * The body of a success.
     *
     * @throws LocalFailure if the answer is another
     */
    static byte[] of(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build();
        try {
            HttpResponse<byte[]> response =
                    HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new LocalFailure(address + " answers " + response.statusCode() + ".");
            }
            return response.body();
        } catch (IOException e) {
            throw new LocalFailure("No answer from " + address + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
    }
}
