package uk.hustings.local.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code k8s/base} renders to, by kind and name. */
final class RenderedBase {

    static final Path K8S = Path.of("..", "k8s");
    static final Set<String> SERVICES = Set.of("seats-service", "polls-service", "campaign-service", "gateway");

    private static final Kustomization BASE = Kustomization.of(K8S.resolve("base"));

    private RenderedBase() {}

    static List<ObjectNode> documents() {
        return BASE.documents();
    }

    static Set<Path> filesRead() {
        return BASE.filesRead();
    }

    static List<ObjectNode> all(String kind) {
        return documents().stream()
                .filter(document -> document.get("kind").asText().equals(kind))
                .toList();
    }

    static ObjectNode named(String kind, String name) {
        return all(kind).stream()
                .filter(document -> nameOf(document).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no %s %s".formatted(kind, name)));
    }

    static List<ObjectNode> pods() {
        return Stream.concat(all("Deployment").stream(), all("Job").stream()).toList();
    }

    static String nameOf(JsonNode document) {
        return document.at("/metadata/name").asText();
    }

    static JsonNode podLabels(JsonNode workload) {
        return workload.at("/spec/template/metadata/labels");
    }

    static JsonNode containerOf(JsonNode workload) {
        assertThat(workload.at("/spec/template/spec/containers")).hasSize(1);
        return workload.at("/spec/template/spec/containers/0");
    }
}
