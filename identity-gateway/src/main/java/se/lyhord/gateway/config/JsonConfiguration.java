package se.lyhord.gateway.config;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.util.JsonRecyclerPools;

/** Reads and writes JSON without keeping any of it. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    /** Buffers that are kept to be used again keep ID tokens and voter tokens, too. */
    @Bean
    JsonFactoryBuilderCustomizer keepsNoBuffers() {
        return json -> json.recyclerPool(JsonRecyclerPools.nonRecyclingPool());
    }
}
