package se.lyhord.testkit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.lyhord.local.ClusterProfile;

/** The PostgreSQL clusters of this JVM, each started when first asked for. */
final class Clusters {

    private static final Logger LOG = LoggerFactory.getLogger(Clusters.class);
    private static final Map<ClusterProfile, TestDatabase> STARTED =
            new EnumMap<>(ClusterProfile.class);

    private Clusters() {}

    static TestDatabase main() {
        return started(ClusterProfile.MAIN);
    }

    static TestDatabase votes() {
        return started(ClusterProfile.VOTE);
    }

    static synchronized List<TestDatabase> startedOnes() {
        return List.copyOf(STARTED.values());
    }

    private static synchronized TestDatabase started(ClusterProfile profile) {
        return STARTED.computeIfAbsent(profile, Clusters::start);
    }

    private static TestDatabase start(ClusterProfile profile) {
        boolean containers = Engine.answers();
        LOG.info("PostgreSQL ({}) for tests runs {}", profile, Engine.describe(containers));
        return containers ? ContainerDatabase.started(profile) : EmbeddedDatabase.started(profile);
    }
}
