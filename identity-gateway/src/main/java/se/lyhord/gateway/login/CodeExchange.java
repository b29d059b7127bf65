package se.lyhord.gateway.login;

import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Trades the code for the ID token, and ends Keycloak's session at once, whatever comes after. */
@Component
class CodeExchange implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {

    private final RestClientAuthorizationCodeTokenResponseClient keycloak =
            new RestClientAuthorizationCodeTokenResponseClient();
    private final KeycloakSession session;

    CodeExchange(RestClient eidClient, KeycloakSession session) {
        this.session = session;
        keycloak.setRestClient(
                eidClient
                        .mutate()
                        .configureMessageConverters(
                                converters ->
                                        converters
                                                .addCustomConverter(new FormHttpMessageConverter())
                                                .addCustomConverter(
                                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
    }

    @Override
    public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest code) {
        OAuth2AccessTokenResponse tokens = keycloak.getTokenResponse(code);
        OAuth2RefreshToken refreshToken = tokens.getRefreshToken();
        if (refreshToken != null) {
            session.end(refreshToken.getTokenValue());
        }
        return tokens;
    }
}
