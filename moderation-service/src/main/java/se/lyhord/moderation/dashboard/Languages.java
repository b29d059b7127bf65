package se.lyhord.moderation.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Swedish first, English complete: chosen by the switch, else by the browser. */
@Configuration(proxyBeanMethods = false)
class Languages {

    private static final Locale SWEDISH = Locale.of("sv");
    private static final List<Locale> KNOWN = List.of(SWEDISH, Locale.ENGLISH);

    @Bean
    LocaleResolver localeResolver(@Value("${lyhord.public-url}") String publicUrl) {
        var byBrowser = new AcceptHeaderLocaleResolver();
        byBrowser.setSupportedLocales(KNOWN);
        byBrowser.setDefaultLocale(SWEDISH);
        var byCookie = new CookieLocaleResolver("lyhord-language");
        byCookie.setDefaultLocaleFunction(byBrowser::resolveLocale);
        byCookie.setCookieMaxAge(Duration.ofDays(365));
        byCookie.setCookieHttpOnly(true);
        byCookie.setCookieSecure(publicUrl.startsWith("https:"));
        return byCookie;
    }

    /** The locale of a language tag that the pages are written in. */
    static Optional<Locale> known(String tag) {
        return KNOWN.stream().filter(locale -> locale.toLanguageTag().equals(tag)).findFirst();
    }
}
