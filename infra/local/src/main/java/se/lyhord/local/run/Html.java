package se.lyhord.local.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of HTML as it takes to fill in the product's and Keycloak's forms. */
final class Html {

    private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern INPUT = Pattern.compile("(?s)<(?:input|button)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)\\s*=\\s*\"([^\"]*)\"");

    private Html() {}

    /**
     * A form of a page.
     *
     * @param action where it is sent
     * @param fields what stands in it already
     */
    record Form(String action, Map<String, String> fields) {}

    /** The first form that has a field of this name. */
    static Optional<Form> formWith(String field, String page) {
        return FORM.matcher(page)
                .results()
                .map(form -> form(form.group(1), form.group(2)))
                .filter(form -> form.fields().containsKey(field))
                .findFirst();
    }

    /** Fields as the body of a form. */
    static String urlEncoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static Form form(String head, String content) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(content);
        while (inputs.find()) {
            Map<String, String> input = attributes(inputs.group(1));
            String name = input.get("name");
            if (name != null) {
                fields.put(name, input.getOrDefault("value", ""));
            }
        }
        return new Form(attributes(head).getOrDefault("action", ""), fields);
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(text);
        while (matcher.find()) {
            attributes.put(matcher.group(1), unescape(matcher.group(2)));
        }
        return attributes;
    }

    private static String unescape(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#43;", "+")
                .replace("&#61;", "=")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
