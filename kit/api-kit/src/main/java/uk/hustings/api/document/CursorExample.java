package uk.hustings.api.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Shows what a cursor looks like, though nobody may make one. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CursorExample implements OASFilter {

    private static final String OF_A_RANKING = "gUh_3XP9y7a37GvjRTE0MDAwODU0";

    @Override
    public Parameter filterParameter(Parameter parameter) {
        return "cursor".equals(parameter.getName()) && parameter.getExample() == null
                ? parameter.example(OF_A_RANKING)
                : parameter;
    }
}
