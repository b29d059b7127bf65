package se.lyhord.gateway.login;

import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.DefaultMapOAuth2AccessTokenResponseConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Trades the code for the ID token, and ends Keycloak's session at once, whatever comes after. */
@Component
class CodeExchange implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {

    private final RestClientAuthorizationCodeTokenResponseClient keycloak =
            new RestClientAuthorizationCodeTokenResponseClient();
    private final KeycloakSession session;

    CodeExchange(RestClient eidClient, KeycloakSession session, JsonMapper json) {
        this.session = session;
        keycloak.setRestClient(
                eidClient
                        .mutate()
                        .configureMessageConverters(
                                converters ->
                                        converters
                                                .addCustomConverter(new FormHttpMessageConverter())
                                                .addCustomConverter(
                                                        new TokenResponseConverter(json)))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
    }

    /** Reads with the gateway's own mapper: Spring's keeps buffers, and in them the ID token. */
    private static final class TokenResponseConverter
            extends OAuth2AccessTokenResponseHttpMessageConverter {

        private static final TypeReference<Map<String, Object>> PARAMETERS =
                new TypeReference<>() {};

        private final DefaultMapOAuth2AccessTokenResponseConverter response =
                new DefaultMapOAuth2AccessTokenResponseConverter();
        private final JsonMapper json;

        TokenResponseConverter(JsonMapper json) {
            this.json = json;
        }

        @Override
        protected OAuth2AccessTokenResponse readInternal(
                Class<? extends OAuth2AccessTokenResponse> type, HttpInputMessage message) {
            try {
                return response.convert(json.readValue(message.getBody(), PARAMETERS));
            } catch (IOException | JacksonException | IllegalArgumentException e) {
                // Its message would quote the answer.
                throw new HttpMessageNotReadableException(
                        "Keycloak's answer holds no tokens", message);
            }
        }
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
