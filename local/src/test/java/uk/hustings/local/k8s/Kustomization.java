package uk.hustings.local.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Renders as much of kustomize as our base uses, so that it can be checked where no kustomize is installed. Whatever it
 * does not know it refuses; that it renders the same as kustomize is shown where there is one. Generated ConfigMaps
 * keep their plain names here.
 */
final class Kustomization {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> KNOWN = Set.of(
            "apiVersion", "kind", "resources", "components", "configMapGenerator", "patches", "labels", "images");

    /** What tells the items of a list apart when it is patched; any other list is replaced whole. */
    private static final Map<String, String> MERGE_KEYS = Map.of(
            "containers", "name", "env", "name", "volumes", "name", "volumeMounts", "mountPath", "ports", "name");

    private final Path folder;
    private final ObjectNode content;
    private final Set<Path> filesRead = new TreeSet<>();
    private List<ObjectNode> documents = new ArrayList<>();

    private Kustomization(Path folder) {
        this.folder = folder.normalize();
        this.content = yaml(this.folder.resolve("kustomization.yaml")).get(0);
        content.fieldNames().forEachRemaining(field -> {
            if (!KNOWN.contains(field)) {
                throw new IllegalStateException("%s has %s, which this reader does not know".formatted(folder, field));
            }
        });
        filesRead.add(this.folder.resolve("kustomization.yaml"));
    }

    static Kustomization of(Path folder) {
        Kustomization whole = new Kustomization(folder);
        whole.render(new ArrayList<>());
        return whole;
    }

    List<ObjectNode> documents() {
        return documents;
    }

    /** Every file that this one names, itself included, and those that they name. */
    Set<Path> filesRead() {
        return filesRead;
    }

    static List<ObjectNode> yaml(Path file) {
        return yaml(textOf(file));
    }

    static List<ObjectNode> yaml(String text) {
        List<ObjectNode> documents = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
            documents.add(JSON.valueToTree(document));
        }
        return documents;
    }

    /** In kustomize's order: resources, components, generated ones, patches, labels, images. */
    private void render(List<ObjectNode> already) {
        documents = already;
        for (JsonNode resource : content.path("resources")) {
            Path path = folder.resolve(resource.asText()).normalize();
            documents.addAll(Files.isDirectory(path) ? nested(path, new ArrayList<>()) : read(path));
        }
        for (JsonNode component : content.path("components")) {
            nested(folder.resolve(component.asText()).normalize(), documents);
        }
        content.path("configMapGenerator").forEach(generator -> documents.add(configMap(generator)));
        content.path("patches").forEach(this::patch);
        content.path("labels").forEach(this::label);
        content.path("images").forEach(this::tag);
    }

    private List<ObjectNode> nested(Path path, List<ObjectNode> onTopOf) {
        Kustomization part = new Kustomization(path);
        part.render(onTopOf);
        filesRead.addAll(part.filesRead);
        return part.documents;
    }

    private List<ObjectNode> read(Path file) {
        filesRead.add(file);
        return yaml(file);
    }

    private ObjectNode configMap(JsonNode generator) {
        ObjectNode map = JSON.createObjectNode();
        map.put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", generator.get("name").asText());
        ObjectNode data = map.putObject("data");
        for (JsonNode envs : generator.get("envs")) {
            Path file = folder.resolve(envs.asText());
            filesRead.add(file);
            textOf(file)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .forEach(setting -> data.put(setting[0], setting[1]));
        }
        return map;
    }

    private void patch(JsonNode patch) {
        ObjectNode change = read(folder.resolve(patch.get("path").asText())).get(0);
        change.remove(List.of("apiVersion", "kind", "metadata"));
        documents.stream()
                .filter(document -> document.get("kind")
                        .asText()
                        .matches(patch.at("/target/kind").asText()))
                .forEach(document -> merge(document, change));
    }

    private static void merge(ObjectNode target, JsonNode change) {
        change.properties().forEach(field -> {
            JsonNode there = target.get(field.getKey());
            if (there instanceof ObjectNode object && field.getValue().isObject()) {
                merge(object, field.getValue());
            } else if (there instanceof ArrayNode list && MERGE_KEYS.containsKey(field.getKey())) {
                mergeItems(list, field.getValue(), MERGE_KEYS.get(field.getKey()));
            } else {
                target.set(field.getKey(), field.getValue().deepCopy());
            }
        });
    }

    private static void mergeItems(ArrayNode list, JsonNode changes, String key) {
        for (JsonNode change : changes) {
            ObjectNode same = null;
            for (JsonNode item : list) {
                same = item.get(key).equals(change.get(key)) ? (ObjectNode) item : same;
            }
            if (same == null) {
                list.add(change.deepCopy());
            } else {
                merge(same, change);
            }
        }
    }

    private void label(JsonNode labels) {
        for (ObjectNode document : documents) {
            merge(document.withObject("/metadata/labels"), labels.get("pairs"));
            if (labels.path("includeTemplates").asBoolean()
                    && document.at("/spec/template").isObject()) {
                merge(document.withObject("/spec/template/metadata/labels"), labels.get("pairs"));
            }
        }
    }

    private void tag(JsonNode image) {
        String name = image.get("name").asText();
        documents.forEach(
                document -> document.at("/spec/template/spec/containers").forEach(container -> {
                    if (container.get("image").asText().equals(name)) {
                        ((ObjectNode) container)
                                .put("image", name + ":" + image.get("newTag").asText());
                    }
                }));
    }

    static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
