package se.lyhord.petition.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a count the public sees.
 *
 * @param publicMinimum the smallest count told while votes are cast; below it no order by votes is
 *     told either
 */
@ConfigurationProperties("lyhord.counts")
public record PublicCounts(@DefaultValue("20") long publicMinimum) {}
