package uk.hustings.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Lays one part of a realm over another: objects field by field, lists by appending, but list entries that name the same
 * client or user are one.
 */
final class RealmMerge {

    private static final List<String> NAMES = List.of("clientId", "username");

    private RealmMerge() {}

    static void into(ObjectNode base, ObjectNode overlay) {
        overlay.properties().forEach(field -> {
            JsonNode below = base.get(field.getKey());
            JsonNode above = field.getValue();
            if (below instanceof ObjectNode object && above instanceof ObjectNode more) {
                into(object, more);
            } else if (below instanceof ArrayNode list && above instanceof ArrayNode more) {
                more.forEach(entry -> intoList(list, entry));
            } else {
                base.set(field.getKey(), above);
            }
        });
    }

    private static void intoList(ArrayNode list, JsonNode entry) {
        Optional<JsonNode> same = nameOf(entry).flatMap(name -> find(list, name));
        if (same.isPresent()) {
            into((ObjectNode) same.get(), (ObjectNode) entry);
        } else {
            list.add(entry);
        }
    }

    private static Optional<JsonNode> find(ArrayNode list, String name) {
        for (JsonNode entry : list) {
            if (nameOf(entry).filter(name::equals).isPresent()) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> nameOf(JsonNode entry) {
        return NAMES.stream()
                .filter(entry::has)
                .map(name -> name + "=" + entry.get(name).asText())
                .findFirst();
    }
}
