package se.lyhord.voting.config;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.core.util.JsonRecyclerPools;

/** Answers in Swedish unless English is asked for, and keeps nothing of what was asked. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** Buffers that are kept to be used again keep voter tokens, too. */
    @Bean
    JsonFactoryBuilderCustomizer keepsNoBuffers() {
        return json -> json.recyclerPool(JsonRecyclerPools.nonRecyclingPool());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> registersNoRequests() {
        return server -> server.setProtocol(UnregisteredHttp11.class.getName());
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        Locale swedish = Locale.forLanguageTag("sv");
        resolver.setDefaultLocale(swedish);
        resolver.setSupportedLocales(List.of(swedish, Locale.ENGLISH));
        return resolver;
    }
}
