package se.lyhord.gateway.propose;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.lyhord.gateway.browse.Pages;

/** What a browser does with the pages on which one writes. */
abstract class ProposePages extends Pages {

    final OpenedForm open() {
        return OpenedForm.of(get("/lamna-forslag"));
    }

    final HttpResponse<String> post(String path, String language, String[] namesAndValues) {
        return send(
                request(
                                path,
                                "Accept-Language",
                                language,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(namesAndValues))));
    }

    private static String encoded(String... namesAndValues) {
        return Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
                .map(
                        i ->
                                namesAndValues[i]
                                        + "="
                                        + URLEncoder.encode(
                                                namesAndValues[i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
