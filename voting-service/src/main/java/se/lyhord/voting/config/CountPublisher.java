package se.lyhord.voting.config;

import java.util.UUID;

/** Where a box's new count is told. */
public interface CountPublisher {

    /**
     * Tells a count; returns when it is told.
     *
     * @param number higher than any before for this box
     * @param count how many votes count at this moment, cumulative
     */
    void publish(UUID petition, long number, long count);
}
