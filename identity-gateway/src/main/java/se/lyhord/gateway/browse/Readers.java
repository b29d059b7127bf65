package se.lyhord.gateway.browse;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import se.lyhord.gateway.routing.ServiceInstances;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** One reader for each service that pages are made from. */
@Configuration(proxyBeanMethods = false)
public class Readers {

    /** Tolerant of a newer service: what it adds is passed over. */
    public static final JsonMapper TOLERANT =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
                    .build();

    @Bean
    Reader petitionReader(
            ServiceInstances petitionInstances, RestClient serviceClient, Clock clock) {
        return new Reader(petitionInstances, serviceClient, TOLERANT, clock);
    }

    @Bean
    Reader tallyReader(ServiceInstances tallyInstances, RestClient serviceClient, Clock clock) {
        return new Reader(tallyInstances, serviceClient, TOLERANT, clock);
    }
}
