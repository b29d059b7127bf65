package se.lyhord.tally;

import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/** What the first instance was told about its surroundings, for a second one. */
final class Inherited extends PropertySource<Environment> {

    private final Map<String, String> own;

    /**
     * @param own what the second is told otherwise
     */
    Inherited(Environment first, Map<String, String> own) {
        super("first instance", first);
        this.own = own;
    }

    @Override
    public Object getProperty(String name) {
        boolean shared =
                name.startsWith("spring.datasource.")
                        || name.startsWith("spring.flyway.")
                        || name.startsWith("spring.cloud.stream.kafka.binder.brokers")
                        || name.startsWith("spring.kafka.bootstrap-servers")
                        || name.startsWith("spring.security.oauth2.")
                        || name.startsWith("lyhord.");
        return own.containsKey(name) ? own.get(name) : shared ? source.getProperty(name) : null;
    }
}
