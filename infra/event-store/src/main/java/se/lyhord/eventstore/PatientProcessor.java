package se.lyhord.eventstore;

import org.axonframework.eventhandling.TrackingEventProcessor;

/**
 * Tries a failed event again for ever, as Axon does, but at least every few seconds instead of
 * every minute, so that what was away is soon noticed to be back.
 */
final class PatientProcessor extends TrackingEventProcessor {

    private static final long LONGEST_WAIT_MILLIS = 3_000;

    PatientProcessor(Builder builder) {
        super(builder);
    }

    @Override
    protected void doSleepFor(long millis) {
        super.doSleepFor(Math.min(millis, LONGEST_WAIT_MILLIS));
    }
}
