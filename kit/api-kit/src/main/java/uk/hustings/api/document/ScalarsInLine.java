package uk.hustings.api.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Says of a day, an instant, an id or a code where it stands what it is, rather than by reference: in OpenAPI 3.0 nothing
 * may stand beside a reference, and what is referred to by {@code allOf} cannot be null.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ScalarsInLine implements OASFilter {

    private static final Map<String, String> EXAMPLES = Map.of(
            "date", "2015-04-14",
            "date-time", "2015-04-14T11:00:00Z",
            "uuid", "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11");

    /** The example that the library gives of every day, which is none of our data. */
    private static final String DAY_OF_THE_LIBRARY = "2022-03-10";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Schemas schemas = new Schemas(document);
        Map<String, Schema> scalars = schemas.named().entrySet().stream()
                .filter(named -> isScalar(named.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        schemas.forEach(schema -> spokenOf(schema).map(scalars::get).ifPresent(scalar -> inLine(schema, scalar)));
        scalars.keySet().forEach(document.getComponents()::removeSchema);
        schemas.forEach(ScalarsInLine::show);
    }

    private static void show(Schema schema) {
        String example = schema.getFormat() == null ? null : EXAMPLES.get(schema.getFormat());
        boolean shown = schema.getExamples() != null && !schema.getExamples().isEmpty();
        if (example != null && !(shown && isOurs(schema.getExamples().get(0)))) {
            schema.setExamples(List.of(example));
        }
    }

    private static boolean isOurs(Object example) {
        return !example.toString().startsWith(DAY_OF_THE_LIBRARY);
    }

    private static boolean isScalar(Schema schema) {
        return schema.getType() != null
                && schema.getType().stream()
                        .noneMatch(List.of(Schema.SchemaType.OBJECT, Schema.SchemaType.ARRAY)::contains);
    }

    /** A scalar beside {@code allOf}, or in {@code anyOf} with null, is spoken of too. */
    private static Optional<String> spokenOf(Schema schema) {
        return Stream.of(
                        Stream.of(schema),
                        Schemas.orNone(schema.getAllOf()).stream(),
                        Schemas.orNone(schema.getAnyOf()).stream())
                .flatMap(parts -> parts)
                .flatMap(part -> Schemas.name(part).stream())
                .findFirst();
    }

    private static void inLine(Schema schema, Schema scalar) {
        List<Schema.SchemaType> types = new ArrayList<>(scalar.getType());
        if (Schemas.isNullable(schema)) {
            types.add(Schema.SchemaType.NULL);
        }
        schema.setRef(null);
        schema.setAllOf(null);
        schema.setAnyOf(null);
        schema.setType(types);
        schema.setFormat(scalar.getFormat());
        if (schema.getPattern() == null) {
            schema.setPattern(scalar.getPattern());
        }
        if (schema.getDescription() == null) {
            schema.setDescription(scalar.getDescription());
        }
        if (schema.getExamples() == null) {
            schema.setExamples(scalar.getExamples());
        }
    }
}
