package se.lyhord.gateway.ballot;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import se.lyhord.gateway.routing.ServiceInstances;
import tools.jackson.databind.json.JsonMapper;

/** Where votes go. */
@Configuration(proxyBeanMethods = false)
class BallotConfiguration {

    @Bean
    VotingService votingService(
            @Value("${lyhord.services.voting}") String addresses,
            @Qualifier("serviceClient") RestClient client,
            JsonMapper json) {
        return new VotingService(ServiceInstances.of(addresses), client, json);
    }
}
