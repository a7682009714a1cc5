package uk.hustings.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.hustings.gateway.routes.domain.Service;

class ApiMergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiMerge merge = new ApiMerge(URI.create("http://localhost:8084/realms/hustings"), "1.2.3");

    @Test
    void theDocumentIsOneOfAllServicesInThreeZeroThree() throws Exception {
        JsonNode merged = merged(Documents.all());

        assertThat(merged.path("openapi").asText()).isEqualTo("3.0.3");
        assertThat(merged.at("/info/title").asText()).isEqualTo("Hustings");
        assertThat(merged.at("/info/version").asText()).isEqualTo("1.2.3");
        assertThat(merged.path("servers")).hasSize(1);
        assertThat(merged.at("/servers/0/url").asText()).isEqualTo("/");
        assertThat(merged.path("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("/v1/seats", "/v1/polls", "/v1/campaign/access/me");
        assertThat(merged.path("tags")).hasSize(1);
    }

    @Test
    void whatAServiceSaysOfAnOperationAndASchemaIsToldWordForWord() throws Exception {
        JsonNode merged = merged(Documents.all());
        JsonNode polls = JSON.readTree(Documents.all().get(Service.POLLS));

        assertThat(merged.path("paths").path("/v1/polls"))
                .isEqualTo(polls.path("paths").path("/v1/polls"));
        assertThat(merged.at("/components/schemas/Poll")).isEqualTo(polls.at("/components/schemas/Poll"));
    }

    @Test
    void whatIsInsideIsNotTold() throws Exception {
        JsonNode merged = merged(Documents.all());

        assertThat(merged.toString()).doesNotContain("/internal", "localhost:8081", "Feed");
    }

    @Test
    void theDocumentSaysHowOneGetsATokenAndWhatNeedsOne() throws Exception {
        JsonNode merged = merged(Documents.all());

        assertThat(merged.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("login", "bearer");
        assertThat(merged.at("/components/securitySchemes/login/flows/authorizationCode/tokenUrl")
                        .asText())
                .isEqualTo("http://localhost:8084/realms/hustings/protocol/openid-connect/token");
        assertThat(merged.path("security")).isEqualTo(JSON.readTree("[{},{\"login\":[]},{\"bearer\":[]}]"));
        assertThat(merged.path("paths")
                        .path("/v1/campaign/access/me")
                        .path("get")
                        .path("security"))
                .isEqualTo(JSON.readTree("[{\"login\":[]},{\"bearer\":[]}]"));
    }

    @Test
    void theYamlSaysTheSame() throws Exception {
        Page yaml = merge.merge(Documents.all()).yaml();

        assertThat(yaml.text()).startsWith("---\nopenapi: 3.0.3").contains("operationId: listPolls");
    }

    @Test
    void aSchemaThatTwoServicesMeanDifferentlyIsRefusedByName() {
        Map<Service, String> documents = Documents.allBut(
                Service.POLLS,
                Documents.of(
                        Documents.get("/v1/polls", "listPolls", "Seat"),
                        Documents.schema("Seat", "code") + "," + Documents.PROBLEM));

        assertThatThrownBy(() -> merge.merge(documents))
                .isInstanceOf(MergeRefused.class)
                .hasMessageContaining("components/schemas/Seat of polls");
    }

    @Test
    void anOperationIdThatIsTakenIsRefusedWithBothPlaces() {
        Map<Service, String> documents = Documents.allBut(
                Service.POLLS,
                Documents.of(
                        Documents.get("/v1/polls", "listSeats", "Poll"),
                        Documents.schema("Poll", "pollId") + "," + Documents.PROBLEM));

        assertThatThrownBy(() -> merge.merge(documents))
                .isInstanceOf(MergeRefused.class)
                .hasMessageContaining("listSeats")
                .hasMessageContaining("GET /v1/seats")
                .hasMessageContaining("GET /v1/polls");
    }

    @Test
    void aPathThatIsNotRoutedToItsServiceIsRefused() {
        Map<Service, String> documents =
                Documents.allBut(Service.POLLS, Documents.of(Documents.get("/v1/seats", "seats2", "Poll"), ""));

        assertThatThrownBy(() -> merge.merge(documents))
                .isInstanceOf(MergeRefused.class)
                .hasMessageContaining("polls has /v1/seats");
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        assertThatThrownBy(() -> merge.merge(Documents.allBut(Service.POLLS, "<html>")))
                .isInstanceOf(MergeRefused.class);
        assertThatThrownBy(() -> merge.merge(Documents.allBut(Service.POLLS, "[]")))
                .isInstanceOf(MergeRefused.class);
    }

    private JsonNode merged(Map<Service, String> documents) throws Exception {
        return JSON.readTree(merge.merge(documents).json().text());
    }
}
