package se.lyhord.tally.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a count the public sees.
 *
 * @param publicMinimum the smallest count told while votes are cast
 * @param minimumChange the least difference told between two days of a count's history
 */
@ConfigurationProperties("lyhord.counts")
public record CountProperties(
        @DefaultValue("20") long publicMinimum, @DefaultValue("10") long minimumChange) {}
