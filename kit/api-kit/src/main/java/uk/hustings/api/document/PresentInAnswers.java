package uk.hustings.api.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Marks as required what is in every answer: each property that is not nullable, for every component of a record is
 * written. What is nullable may be left out as well. A schema that a request body is made of says itself what it needs.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class PresentInAnswers implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Schemas schemas = new Schemas(document);
        Set<String> sent = new HashSet<>();
        schemas.ofRequests().forEach(schema -> collect(schema, schemas, sent));
        schemas.named().forEach((name, schema) -> {
            if (!sent.contains(name) && schema.getProperties() != null) {
                schema.getProperties().forEach((property, of) -> {
                    if (!Schemas.isNullable(of) && !isRequired(schema, property)) {
                        schema.addRequired(property);
                    }
                });
            }
        });
    }

    private static void collect(Schema schema, Schemas schemas, Set<String> found) {
        Schemas.visit(schema, part -> Schemas.name(part)
                .filter(found::add)
                .map(schemas.named()::get)
                .ifPresent(spokenOf -> collect(spokenOf, schemas, found)));
    }

    private static boolean isRequired(Schema schema, String property) {
        return schema.getRequired() != null && schema.getRequired().contains(property);
    }
}
