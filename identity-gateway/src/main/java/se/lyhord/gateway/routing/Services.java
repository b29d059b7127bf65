package se.lyhord.gateway.routing;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The services that the public pages read from and write to. */
@Configuration(proxyBeanMethods = false)
class Services {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(4);

    @Bean
    ServiceInstances petitionInstances(@Value("${lyhord.services.petition}") String addresses) {
        return ServiceInstances.of(addresses);
    }

    @Bean
    ServiceInstances tallyInstances(@Value("${lyhord.services.tally}") String addresses) {
        return ServiceInstances.of(addresses);
    }

    /**
     * One client for all of them: addresses are absolute, nothing of the citizen's request goes
     * along.
     */
    @Bean
    RestClient serviceClient() {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(ANSWER);
        return RestClient.builder().requestFactory(requests).build();
    }
}
