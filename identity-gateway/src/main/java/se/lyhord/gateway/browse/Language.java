package se.lyhord.gateway.browse;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.util.WebUtils;

/** Swedish or English: as switched, else as the browser asks, else Swedish. */
@Configuration(proxyBeanMethods = false)
class Language {

    static final String COOKIE = "lang";
    static final Locale SWEDISH = Locale.of("sv");
    private static final List<Locale> SPOKEN = List.of(SWEDISH, Locale.ENGLISH);

    @Bean
    LocaleResolver localeResolver() {
        return new Resolver();
    }

    /** One of the languages the pages have, or null. */
    static @Nullable Locale spoken(@Nullable String code) {
        return SPOKEN.stream()
                .filter(language -> language.getLanguage().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static final class Resolver extends AcceptHeaderLocaleResolver {
        Resolver() {
            setSupportedLocales(SPOKEN);
            setDefaultLocale(SWEDISH);
        }

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            Cookie switched = WebUtils.getCookie(request, COOKIE);
            Locale chosen = switched == null ? null : spoken(switched.getValue());
            return chosen != null ? chosen : Locale.of(super.resolveLocale(request).getLanguage());
        }
    }
}
