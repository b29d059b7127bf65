package se.lyhord.voting.config;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Answers in Swedish unless English is asked for. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        Locale swedish = Locale.forLanguageTag("sv");
        resolver.setDefaultLocale(swedish);
        resolver.setSupportedLocales(List.of(swedish, Locale.ENGLISH));
        return resolver;
    }
}
