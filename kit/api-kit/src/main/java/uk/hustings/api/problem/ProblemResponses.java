package uk.hustings.api.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;

/**
 * Says of every 4xx and 5xx in the OpenAPI document that is declared without a body what its body is, and of every operation
 * that it refuses unknown parameters with 400 and that whatever else goes wrong is a problem too: a method or media type that
 * is not taken, a limit, a service that is down.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        boolean described = document.getComponents() != null
                && document.getComponents().getSchemas() != null
                && document.getComponents().getSchemas().containsKey("Problem");
        if (described && document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().values().forEach(ProblemResponses::describe);
        }
    }

    private static void describe(PathItem path) {
        path.getOperations().values().stream()
                .map(Operation::getResponses)
                .filter(responses -> responses != null && !responses.hasAPIResponse("400"))
                .forEach(responses -> responses.addAPIResponse(
                        "400", OASFactory.createAPIResponse().description("A parameter cannot be accepted")));
        path.getOperations().values().stream()
                .map(Operation::getResponses)
                .filter(responses -> responses != null && responses.getAPIResponses() != null)
                .flatMap(responses -> responses.getAPIResponses().entrySet().stream())
                .filter(response -> response.getKey().matches("[45].*")
                        && response.getValue().getContent() == null)
                .forEach(response -> response.getValue().setContent(problem()));
        path.getOperations().values().stream()
                .map(Operation::getResponses)
                .filter(responses -> responses != null && responses.getDefaultValue() == null)
                .forEach(responses -> responses.setDefaultValue(OASFactory.createAPIResponse()
                        .description("Any other failure; the type says which")
                        .content(problem())));
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }
}
