package uk.hustings.test;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Holds every answer under {@code /v1} that REST Assured gets against the OpenAPI document of the server that gave it.
 * Requests are not looked at: a test may send what it likes. A service's tests switch it on by naming this class in
 * {@code META-INF/services}.
 */
public final class AnswersAsDocumented implements Filter, QuarkusTestBeforeEachCallback {

    /** What an operation need not name, because it has nothing to do with what the operation does. */
    private static final List<Integer> OF_ANY_OPERATION = List.of(401, 405, 406, 413, 415, 429, 500, 502, 503, 504);

    private static final Set<String> DOCUMENTED = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> NO_SUCH_OPERATION =
            Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");
    private static final String OF_A_SERVICE = "/q/openapi?format=json";

    // Making one takes a second, and every test of a service speaks to the same.
    private static final Map<URI, OpenApiInteractionValidator> VALIDATORS = new ConcurrentHashMap<>();

    private final String document;

    /** Of a service that is tested alone. */
    public AnswersAsDocumented() {
        this(OF_A_SERVICE);
    }

    /** @param document path at which the server that answers has its document, in JSON */
    public AnswersAsDocumented(String document) {
        this.document = document;
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        if (RestAssured.filters().stream().noneMatch(AnswersAsDocumented.class::isInstance)) {
            RestAssured.filters(this);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        String target = request.getURI().replaceFirst("^[a-z]+://[^/]*", "");
        String path = target.replaceFirst("[?#].*", "");
        if (!path.startsWith("/v1/") || !DOCUMENTED.contains(request.getMethod())) {
            return context.next(request, expected);
        }
        String server = request.getURI().substring(0, request.getURI().length() - target.length());
        // Before the request: afterwards the test may have stopped the server.
        OpenApiInteractionValidator validator =
                VALIDATORS.computeIfAbsent(URI.create(server + document), AnswersAsDocumented::validator);
        Response answer = context.next(request, expected);
        String faults = faults(validator, path, Request.Method.valueOf(request.getMethod()), answer);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s %s answers %d, which is not as documented:%n%s%n%s"
                    .formatted(request.getMethod(), target, answer.statusCode(), faults, answer.asString()));
        }
        return answer;
    }

    private static String faults(
            OpenApiInteractionValidator validator, String path, Request.Method method, Response answer) {
        return validator.validateResponse(path, method, RestAssuredResponse.of(answer)).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filter(message -> !(NO_SUCH_OPERATION.contains(message.getKey()) && answer.statusCode() >= 400))
                .map(message -> "  " + message.getMessage())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static OpenApiInteractionValidator validator(URI document) {
        try {
            URLConnection connection = document.toURL().openConnection();
            connection.setRequestProperty("Accept", "application/json");
            JsonNode api = new ObjectMapper().readTree(connection.getInputStream());
            nullWhereItMayBe(api, api.path("components").path("schemas"));
            api.path("paths").forEach(path -> path.forEach(AnswersAsDocumented::nameWhatIsOfAnyOperation));
            return OpenApiInteractionValidator.createForInlineApiSpecification(api.toString())
                    .build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Everybody reads {@code nullable} beside {@code allOf} of one reference as "that, or null"; the validator holds null
     * against what is referred to. So what is referred to is put there.
     */
    private static void nullWhereItMayBe(JsonNode node, JsonNode schemas) {
        if (node instanceof ObjectNode schema
                && schema.path("nullable").asBoolean()
                && schema.path("allOf").size() == 1) {
            String reference = schema.remove("allOf").get(0).path("$ref").asText();
            schema.setAll((ObjectNode) schemas.path(reference.substring(reference.lastIndexOf('/') + 1)));
        }
        node.forEach(part -> nullWhereItMayBe(part, schemas));
    }

    /** The response {@code default} would excuse every status that the operation does not name. */
    private static void nameWhatIsOfAnyOperation(JsonNode operation) {
        if (operation.path("responses") instanceof ObjectNode responses && responses.has("default")) {
            JsonNode other = responses.remove("default");
            OF_ANY_OPERATION.forEach(status -> responses.putIfAbsent(status.toString(), other));
        }
    }
}
