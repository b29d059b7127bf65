package se.lyhord.moderation.config;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Reads the login service's tokens. Its keys are fetched when the first token comes, so that this
 * service starts while that one is away.
 */
@Configuration(proxyBeanMethods = false)
class StaffTokens {

    private static final String AUDIENCE = "moderation-service";

    private final ClientHttpRequestFactory requests;
    private final String issuer;
    private final String keys;

    StaffTokens(
            ClientHttpRequestFactory requests,
            @Value("${lyhord.staff.issuer}") String issuer,
            @Value("${lyhord.staff.jwk-set-uri}") String keys) {
        this.requests = requests;
        this.issuer = issuer;
        this.keys = keys;
    }

    /** Tokens of scripts: from our issuer, for us, not run out. */
    @Bean
    JwtDecoder apiTokens() {
        return decoder(
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD,
                        audience -> audience != null && audience.contains(AUDIENCE)));
    }

    /** ID tokens of the dashboard's login (OpenID Connect Core 1.0, 3.1.3.7). */
    @Bean
    JwtDecoderFactory<ClientRegistration> loginIdTokens() {
        return registration -> {
            var decoder = decoder(new OidcIdTokenValidator(registration));
            decoder.setClaimSetConverter(
                    new ClaimTypeConverter(
                            OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            return decoder;
        };
    }

    private NimbusJwtDecoder decoder(OAuth2TokenValidator<Jwt> more) {
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(keys)
                        .restOperations(new RestTemplate(requests))
                        .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(), new JwtIssuerValidator(issuer), more));
        return decoder;
    }
}
