package uk.hustings.gateway.routes.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/seats,SEATS",
        "/v1/seats/,SEATS",
        "/v1/seats/E14000653,SEATS",
        "/v1/parties/imports,SEATS",
        "/v1/elections/ge2010/results,SEATS",
        "/v1/rankings.csv,SEATS",
        "/v1/polls/counts,POLLS",
        "/v1/evidence,POLLS",
        "/v1/averages/lab,POLLS",
        "/v1/forecasts/latest,POLLS",
        "/v1/campaign/access/me,CAMPAIGN"
    })
    void everyPathOfTheApiHasItsService(String path, Service service) {
        assertThat(Service.owning(path)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/",
                "/v1/seatsandmore",
                "/v2/seats",
                "/internal/locks",
                "/v1/internal",
                "/q/health",
                "/q/openapi",
                "/V1/seats"
            })
    void whatNoServiceOwnsIsNotReachable(String path) {
        assertThat(Service.owning(path)).isEmpty();
    }
}
