package se.lyhord.voting.config;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets.
 *
 * @param vault where salts live
 * @param voterToken the keys that voter tokens are verified with
 * @param shredOrder the keys that orders to shred are verified with
 * @param counts when a new count leaves the service
 * @param cast the queue before the group commit
 */
@ConfigurationProperties("lyhord")
public record VotingProperties(
        Vault vault,
        VoterToken voterToken,
        ShredOrder shredOrder,
        @DefaultValue Counts counts,
        @DefaultValue Cast cast) {

    /**
     * @param directory on an encrypted volume without snapshots, shared by the instances
     * @param lease how long an instance may cache a salt
     */
    public record Vault(Path directory, @DefaultValue("15s") Duration lease) {}

    /**
     * @param directory of rotating keys, shared with the gateway
     */
    public record VoterToken(Path directory) {}

    /**
     * @param keys the published history of the tally projector's keys, a JSON file
     */
    public record ShredOrder(Path keys) {}

    /**
     * @param minimumChange by how many votes a count must differ from the last one told
     * @param interval at least this long between two counts of a box, and up to half as long again
     */
    public record Counts(
            @DefaultValue("10") long minimumChange, @DefaultValue("60s") Duration interval) {}

    /**
     * @param requests how many are let in at once
     * @param queue how many may wait for a group; more are told to come again
     * @param group with how many a group is full; what came in one request stays together
     * @param writers how many groups are committed side by side
     * @param patience how long somebody waits before being told to come again
     */
    public record Cast(
            @DefaultValue("300") int requests,
            @DefaultValue("2000") int queue,
            @DefaultValue("250") int group,
            @DefaultValue("2") int writers,
            @DefaultValue("5s") Duration patience) {}
}
