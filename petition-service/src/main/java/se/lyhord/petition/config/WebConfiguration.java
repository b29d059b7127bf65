package se.lyhord.petition.config;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Swedish unless the asker prefers English. */
@Configuration
class WebConfiguration {

    private static final Locale SWEDISH = Locale.of("sv");

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(SWEDISH, Locale.ENGLISH));
        resolver.setDefaultLocale(SWEDISH);
        return resolver;
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Lyhörd: petitions")
                                .version("1")
                                .description(
                                        "Submitting and reading petitions, their rules and"
                                                + " outcomes. Errors are RFC 9457 problems of type"
                                                + " urn:lyhord:problem:<code>, in Swedish or"
                                                + " English by Accept-Language."));
    }
}
