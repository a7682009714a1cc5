package uk.hustings.seats;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    @Test
    void everyOperationHasItsNameAndASummary() {
        assertThat(operations())
                .allSatisfy(operation -> assertThat(operation.get("summary")).isNotNull())
                .extracting(operation -> operation.get("operationId"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void whatServicesFollowIsNotInTheDocument() {
        assertThat(document().getMap("paths").keySet())
                .allSatisfy(path -> assertThat(path.toString()).startsWith("/v1/"));
        assertThat(document().getMap("components.schemas").keySet().toString()).doesNotContain("Feed", "Fed");
    }

    @Test
    void theDocumentIsOfTheVersionThatToolsReadRightly() {
        assertThat(document().getString("openapi")).isEqualTo("3.0.3");
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyFailureIsDescribedAsAProblem() {
        assertThat(operations()).allSatisfy(operation -> ((Map<String, Map<String, Object>>) operation.get("responses"))
                .forEach((status, response) -> {
                    if (status.startsWith("4")) {
                        assertThat((Map<String, ?>) response.get("content")).containsKey("application/problem+json");
                    }
                }));
    }

    private static List<Map<String, Object>> operations() {
        return document()
                .getList("paths.collectMany { it.value.findAll { e -> e.key in ['get', 'post', 'put'] }.values() }");
    }

    private static JsonPath document() {
        return get("/q/openapi?format=json").jsonPath();
    }
}
