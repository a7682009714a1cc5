package uk.hustings.gateway.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import uk.hustings.gateway.routes.domain.Service;

/** What one service says of itself, without what is not for those outside. */
final class ServiceDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final List<String> INSIDE = List.of("/internal", "/q");

    private final Service service;
    private final ObjectNode root;

    private ServiceDocument(Service service, ObjectNode root) {
        this.service = service;
        this.root = root;
    }

    /**
     * @param json as the service serves it
     * @throws MergeRefused if it is no document, or has a path that the gateway would send elsewhere
     */
    static ServiceDocument of(Service service, String json) throws MergeRefused {
        ServiceDocument document;
        try {
            if (!(JSON.readTree(json) instanceof ObjectNode root)) {
                throw new MergeRefused(List.of("The document of %s is no object".formatted(service.title())));
            }
            document = new ServiceDocument(service, root);
        } catch (JsonProcessingException broken) {
            throw new MergeRefused(List.of("The document of %s is no JSON".formatted(service.title())));
        }
        document.keepWhatIsOutside();
        document.dropUnusedSchemas();
        document.nameTheSchemes();
        return document;
    }

    Service service() {
        return service;
    }

    String json() {
        return root.toString();
    }

    /** Every operation's id, with method and path for the reader. */
    void operationIds(BiConsumer<String, String> seen) {
        operations((place, operation) -> {
            if (operation.hasNonNull("operationId")) {
                seen.accept(operation.get("operationId").asText(), place);
            }
        });
    }

    /** Everything that has a name of its own, by kind and name: {@code schemas/Poll}. */
    void components(BiConsumer<String, JsonNode> seen) {
        for (Map.Entry<String, JsonNode> kind : root.path("components").properties()) {
            for (Map.Entry<String, JsonNode> named : kind.getValue().properties()) {
                seen.accept(kind.getKey() + "/" + named.getKey(), named.getValue());
            }
        }
    }

    private void keepWhatIsOutside() throws MergeRefused {
        List<String> faults = new ArrayList<>();
        Iterator<String> paths = root.path("paths").fieldNames();
        while (paths.hasNext()) {
            String path = paths.next();
            if (INSIDE.stream().anyMatch(inside -> path.equals(inside) || path.startsWith(inside + "/"))) {
                paths.remove();
            } else if (Service.owning(path).filter(service::equals).isEmpty()) {
                faults.add("%s has %s, which is not routed to it".formatted(service.title(), path));
            }
        }
        if (!faults.isEmpty()) {
            throw new MergeRefused(faults);
        }
    }

    /** Schemas that only inner paths spoke of would tell of them. */
    private void dropUnusedSchemas() {
        if (!(root.path("components").path("schemas") instanceof ObjectNode schemas)) {
            return;
        }
        Set<String> used = new HashSet<>();
        collectReferences(root.path("paths"), schemas, used);
        for (Map.Entry<String, JsonNode> kind : root.path("components").properties()) {
            if (!kind.getKey().equals("schemas")) {
                collectReferences(kind.getValue(), schemas, used);
            }
        }
        schemas.retain(used);
    }

    private static void collectReferences(JsonNode node, ObjectNode schemas, Set<String> used) {
        String prefix = "#/components/schemas/";
        if (node.path("$ref").asText().startsWith(prefix)) {
            String name = node.path("$ref").asText().substring(prefix.length());
            if (used.add(name)) {
                collectReferences(schemas.path(name), schemas, used);
            }
        }
        node.forEach(child -> collectReferences(child, schemas, used));
    }

    /** A service knows that an operation needs a token; how one gets it is the same for all and said by the gateway. */
    private void nameTheSchemes() {
        if (root.path("components") instanceof ObjectNode components) {
            components.remove("securitySchemes");
        }
        root.remove(List.of("security", "servers", "info"));
        operations((place, operation) -> {
            if (operation.path("security") instanceof ArrayNode needed && !needed.isEmpty()) {
                ArrayNode security = operation.putArray("security");
                Scheme.NAMES.forEach(name -> security.addObject().putArray(name));
            }
        });
    }

    private void operations(BiConsumer<String, ObjectNode> seen) {
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey()) && operation.getValue() instanceof ObjectNode found) {
                    seen.accept(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), found);
                }
            }
        }
    }
}
