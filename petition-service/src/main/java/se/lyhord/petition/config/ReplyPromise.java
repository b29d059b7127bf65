package se.lyhord.petition.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the municipality promises to answer, while its administrator has settled nothing else.
 *
 * @param days from the day the vote closed to the day of the decision
 */
@ConfigurationProperties("lyhord.reply")
public record ReplyPromise(@DefaultValue("90") int days) {}
