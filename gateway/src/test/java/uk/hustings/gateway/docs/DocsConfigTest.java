package uk.hustings.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocsConfigTest {

    @Test
    void theDefaultsFitTheSuiteOnOneMachine() {
        DocsConfig docs = docsOf(Map.of());

        assertThat(docs.refresh()).isEqualTo(Duration.ofSeconds(10));
        assertThat(docs.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(docs.issuer()).isEqualTo(URI.create("http://localhost:8084/realms/hustings"));
        assertThat(docs.loginClient()).isEqualTo("hustings-web");
    }

    @Test
    void peopleLogInWhereTokensAreCheckedUnlessToldOtherwise() {
        assertThat(docsOf(Map.of("quarkus.oidc.auth-server-url", "https://login.example/realms/hustings"))
                        .issuer())
                .isEqualTo(URI.create("https://login.example/realms/hustings"));
    }

    private static DocsConfig docsOf(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withDefaultValues(values)
                .withMapping(DocsConfig.class)
                .withConverter(Duration.class, 300, new DurationConverter())
                .build()
                .getConfigMapping(DocsConfig.class);
    }
}
