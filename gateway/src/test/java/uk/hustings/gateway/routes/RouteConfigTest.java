package uk.hustings.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.hustings.gateway.edge.CorsConfig;
import uk.hustings.gateway.routes.domain.Service;

class RouteConfigTest {

    @Test
    void theDefaultsAreTheSuiteOnOneMachineClosedToOtherOrigins() {
        SmallRyeConfig config = configOf(Map.of());
        RouteConfig routes = config.getConfigMapping(RouteConfig.class);

        assertThat(routes.urlOf(Service.SEATS)).isEqualTo(URI.create("http://localhost:8081"));
        assertThat(routes.urlOf(Service.POLLS)).isEqualTo(URI.create("http://localhost:8082"));
        assertThat(routes.urlOf(Service.CAMPAIGN)).isEqualTo(URI.create("http://localhost:8083"));
        assertThat(routes.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(routes.stallTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(routes.connectionsPerThread()).isEqualTo(128);
        assertThat(config.getConfigMapping(CorsConfig.class).origins()).isEmpty();
    }

    @Test
    void aServiceIsFoundWhereTheSuiteSaysItIs() {
        RouteConfig routes =
                configOf(Map.of("hustings.polls.url", "https://polls.internal")).getConfigMapping(RouteConfig.class);

        assertThat(routes.urlOf(Service.POLLS)).isEqualTo(URI.create("https://polls.internal"));
    }

    private static SmallRyeConfig configOf(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withDefaultValues(values)
                .withMapping(RouteConfig.class)
                .withMapping(CorsConfig.class)
                .withConverter(Duration.class, 300, new DurationConverter())
                .build();
    }
}
