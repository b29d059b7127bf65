package se.lyhord.gateway;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A citizen's browser without JavaScript: cookies, links and forms. */
public final class TestBrowser {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String gateway;
    private final TestEid eid;
    private final Map<String, String> cookies = new TreeMap<>();
    private final List<String> setCookies = new ArrayList<>();

    public TestBrowser(int port, TestEid eid) {
        this.gateway = "http://localhost:" + port;
        this.eid = eid;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public List<String> setCookies() {
        return setCookies;
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("content-type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** Sends the page's form as it stands. */
    public HttpResponse<String> submit(HttpResponse<String> page) throws Exception {
        return submit(page, Map.of());
    }

    public HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> changes)
            throws Exception {
        // The last form is the page's own; the header may have one.
        String action = last(page.body(), "<form[^>]*method=\"post\"[^>]*action=\"([^\"]+)\"");
        Map<String, String> fields = hidden(page.body());
        fields.putAll(changes);
        return post(action, fields);
    }

    /** Begins a login, and answers what the e-ID was asked. */
    public Map<String, String> startLogin(String path) throws Exception {
        HttpResponse<String> response = get(path);
        while (response.statusCode() / 100 == 3) {
            String location = location(response);
            if (location.startsWith(eid.issuer())) {
                return query(location);
            }
            response = get(location);
        }
        throw new AssertionError("No login: " + response.statusCode() + " " + response.body());
    }

    /** Comes back from the e-ID; the answer leads on or away. */
    public HttpResponse<String> finishLogin(Map<String, String> asked, Map<String, Object> claims)
            throws Exception {
        String code = UUID.randomUUID().toString();
        eid.expect(code, asked.get("nonce"), claims);
        return get("/logga-in/svar?code=" + code + "&state=" + encode(asked.get("state")));
    }

    public HttpResponse<String> follow(HttpResponse<String> response) throws Exception {
        HttpResponse<String> current = response;
        while (current.statusCode() / 100 == 3) {
            current = get(location(current));
        }
        return current;
    }

    public static String location(HttpResponse<String> response) {
        return response.headers().firstValue("location").orElse("");
    }

    public static Map<String, String> hidden(String page) {
        Map<String, String> fields = new TreeMap<>();
        Matcher inputs = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>").matcher(page);
        while (inputs.find()) {
            fields.put(
                    last(inputs.group(), "name=\"([^\"]+)\""),
                    inputs.group().contains("value=")
                            ? last(inputs.group(), "value=\"([^\"]*)\"")
                            : "");
        }
        return fields;
    }

    private static String last(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        String found = null;
        while (matcher.find()) {
            found = matcher.group(1);
        }
        if (found == null) {
            throw new AssertionError(pattern + " is not in\n" + text);
        }
        return found.replace("&amp;", "&");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        String sent =
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("cookie", sent);
        }
        request.header("accept", "text/html").header("accept-language", "sv");
        HttpResponse<String> response =
                HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        response.headers().allValues("set-cookie").forEach(this::keep);
        return response;
    }

    private void keep(String header) {
        setCookies.add(header);
        String[] pair = header.split(";")[0].split("=", 2);
        if (header.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private URI uri(String path) {
        return URI.create(gateway + "/").resolve(path);
    }

    private static Map<String, String> query(String url) {
        return Arrays.stream(URI.create(url).getRawQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(
                        Collectors.toMap(
                                part -> part[0],
                                part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
