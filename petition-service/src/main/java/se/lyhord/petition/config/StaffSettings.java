package se.lyhord.petition.config;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom the staff's tokens come from.
 *
 * @param issuer what a token's {@code iss} must read
 * @param jwkSetUri where its keys are; asked first when a token arrives
 */
@ConfigurationProperties("lyhord.staff")
record StaffSettings(String issuer, URI jwkSetUri) {}
