package se.lyhord.local.run;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Cookies as browsers treat them on localhost, which is secure to them without TLS. */
final class LocalhostCookies extends CookieManager {

    private static final Pattern SECURE = Pattern.compile("(?i);\\s*secure(?=\\s*(;|$))");

    @Override
    public void put(URI address, Map<String, List<String>> headers) throws IOException {
        Map<String, List<String>> changed = new LinkedHashMap<>(headers);
        changed.replaceAll(
                (name, values) ->
                        "Set-Cookie".equalsIgnoreCase(name)
                                ? values.stream()
                                        .map(value -> SECURE.matcher(value).replaceAll(""))
                                        .toList()
                                : values);
        super.put(address, changed);
    }
}
