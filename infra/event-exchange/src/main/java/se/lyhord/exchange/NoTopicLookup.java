package se.lyhord.exchange;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.DefaultBinderFactory;
import org.springframework.cloud.stream.binder.kafka.provisioning.KafkaTopicProvisioner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.retry.RetryOperations;
import org.springframework.core.retry.Retryable;

/**
 * Keeps the binder from asking the broker for partitions when it binds: with consumer groups nobody
 * needs the answer, and without a broker the question holds up start and first publication for
 * minutes. Kafka's own clients connect by themselves once the broker is there.
 */
final class NoTopicLookup implements DefaultBinderFactory.Listener {

    @Override
    public void afterBinderContextInitialized(
            String configurationName, ConfigurableApplicationContext binderContext) {
        binderContext
                .getBeanProvider(KafkaTopicProvisioner.class)
                .ifAvailable(provisioner -> provisioner.setMetadataRetryOperations(new Nothing()));
    }

    /** Answers each lookup with no partitions, without looking. */
    private static final class Nothing implements RetryOperations {

        @Override
        @SuppressWarnings("unchecked") // All the provisioner looks up here are lists of partitions.
        public <R extends @Nullable Object> R execute(Retryable<R> lookup) {
            return (R) List.of();
        }

        @Override
        public <R extends @Nullable Object> R invoke(Supplier<R> lookup) {
            return lookup.get();
        }

        @Override
        public void invoke(Runnable lookup) {
            lookup.run();
        }
    }
}
