package se.lyhord.petition.follow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are sent.
 *
 * @param username the database role of this part alone
 * @param password its password
 * @param sender the address that mails come from
 * @param retry the wait after a first failure; it doubles up to an hour
 * @param asksPerHour how often one address may be asked to confirm for one petition in an hour, at
 *     one instance
 */
@ConfigurationProperties("lyhord.follow")
record FollowSettings(
        String username,
        @DefaultValue("") String password,
        String sender,
        @DefaultValue("10s") Duration retry,
        @DefaultValue("3") int asksPerHour) {

    @Override
    public String toString() {
        return "FollowSettings[redacted]";
    }
}
