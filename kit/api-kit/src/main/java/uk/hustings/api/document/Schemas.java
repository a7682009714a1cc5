package uk.hustings.api.document;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The schemas of a document and where they are spoken of. */
final class Schemas {

    private static final String PREFIX = "#/components/schemas/";

    private final OpenAPI document;

    Schemas(OpenAPI document) {
        this.document = document;
    }

    /** Those with a name. */
    Map<String, Schema> named() {
        return document.getComponents() == null || document.getComponents().getSchemas() == null
                ? Map.of()
                : document.getComponents().getSchemas();
    }

    /** Name of the schema that is spoken of. */
    static Optional<String> name(Schema reference) {
        return Optional.ofNullable(reference.getRef())
                .filter(ref -> ref.startsWith(PREFIX))
                .map(ref -> ref.substring(PREFIX.length()));
    }

    /** Visits every schema and what it is made of, but does not follow references. */
    void forEach(Consumer<Schema> visitor) {
        Stream.of(
                        named().values().stream(),
                        ofRequests(),
                        operations()
                                .flatMap(operation -> orNone(operation.getParameters()).stream())
                                .map(Parameter::getSchema),
                        operations()
                                .filter(operation -> operation.getResponses() != null)
                                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                                .flatMap(answer -> ofContent(answer.getContent())))
                .flatMap(schemas -> schemas)
                .filter(Objects::nonNull)
                .forEach(schema -> visit(schema, visitor));
    }

    /** Of the bodies of requests, as they stand there. */
    Stream<Schema> ofRequests() {
        return operations()
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> ofContent(operation.getRequestBody().getContent()));
    }

    /** Visits the schema and what it is made of. */
    static void visit(Schema schema, Consumer<Schema> visitor) {
        visitor.accept(schema);
        Stream.of(
                        schema.getProperties() == null
                                ? Collections.<Schema>emptyList()
                                : schema.getProperties().values(),
                        orNone(schema.getAllOf()),
                        orNone(schema.getAnyOf()),
                        orNone(schema.getOneOf()))
                .flatMap(Collection::stream)
                .forEach(part -> visit(part, visitor));
        Stream.of(Optional.ofNullable(schema.getItems()), Optional.ofNullable(schema.getAdditionalPropertiesSchema()))
                .flatMap(Optional::stream)
                .forEach(part -> visit(part, visitor));
    }

    /** In the model, which is that of OpenAPI 3.1, null is a type; it stands beside the other, or as an alternative. */
    static boolean isNullable(Schema schema) {
        return Stream.concat(Stream.of(schema), orNone(schema.getAnyOf()).stream())
                .anyMatch(part -> part.getType() != null && part.getType().contains(Schema.SchemaType.NULL));
    }

    private Stream<Operation> operations() {
        return document.getPaths() == null || document.getPaths().getPathItems() == null
                ? Stream.empty()
                : document.getPaths().getPathItems().values().stream()
                        .flatMap(path -> path.getOperations().values().stream());
    }

    private static Stream<Schema> ofContent(Content content) {
        return content == null || content.getMediaTypes() == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(Objects::nonNull);
    }

    static <T> Collection<T> orNone(Collection<T> some) {
        return some == null ? Collections.emptyList() : some;
    }
}
