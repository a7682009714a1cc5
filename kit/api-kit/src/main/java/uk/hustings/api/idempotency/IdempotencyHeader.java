package uk.hustings.api.idempotency;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says of every POST in the OpenAPI document that it takes an {@code Idempotency-Key}, so that generated clients send one. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class IdempotencyHeader implements OASFilter {

    private static final String NAME = "Idempotency-Key";
    private static final int LONGEST = 128;

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getPOST)
                .filter(operation -> operation != null && !takesKey(operation))
                .forEach(operation -> operation.addParameter(key()));
    }

    private static boolean takesKey(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> NAME.equals(parameter.getName()));
    }

    private static Parameter key() {
        Schema text = OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.STRING))
                .minLength(1)
                .maxLength(LONGEST);
        return OASFactory.createParameter()
                .name(NAME)
                .in(Parameter.In.HEADER)
                .required(true)
                .description("1 to 128 visible ASCII characters, new for each new request; the same one for a retry")
                .example("9f0c2b7e-2015-04-14-a")
                .schema(text);
    }
}
