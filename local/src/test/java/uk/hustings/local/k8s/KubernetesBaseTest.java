package uk.hustings.local.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.hustings.local.k8s.RenderedBase.K8S;
import static uk.hustings.local.k8s.RenderedBase.SERVICES;
import static uk.hustings.local.k8s.RenderedBase.all;
import static uk.hustings.local.k8s.RenderedBase.containerOf;
import static uk.hustings.local.k8s.RenderedBase.nameOf;
import static uk.hustings.local.k8s.RenderedBase.named;
import static uk.hustings.local.k8s.RenderedBase.podLabels;
import static uk.hustings.local.k8s.RenderedBase.pods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The kustomize base: what it renders to is what Kubernetes knows, hangs together and is closed by default. */
class KubernetesBaseTest {

    private static final String README = Kustomization.textOf(K8S.resolve("README.md"));

    @Test
    void everyDocumentIsOneThatKubernetesKnows() {
        assertThat(RenderedBase.documents()).hasSize(28).allSatisfy(document -> assertThatCode(
                        () -> KubernetesModel.check(document))
                .as(nameOf(document))
                .doesNotThrowAnyException());
    }

    @Test
    void aMisspelledFieldIsFoundHoweverDeepItLies() {
        ObjectNode deployment = named("Deployment", "gateway").deepCopy();
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0/livenessProbe/httpGet")).put("pfad", "/");

        assertThatThrownBy(() -> KubernetesModel.check(deployment)).hasMessageContaining("pfad");
    }

    /** Shows that our reader is right, where there is a kustomize to compare with; the checks need none. */
    @Test
    void kustomizeRendersTheSameWhereItIsInstalled() throws IOException, InterruptedException {
        Optional<String> rendered = renderedByKustomize();
        if (rendered.isPresent()) {
            String plainNames = rendered.get().replaceAll("(name: [a-z-]+)-[a-z0-9]{10}(?=\\n)", "$1");
            assertThat(sorted(Kustomization.yaml(plainNames))).isEqualTo(sorted(RenderedBase.documents()));
        }
    }

    @Test
    void everyFileIsNamedByAKustomization() throws IOException {
        try (Stream<Path> files = Files.walk(K8S)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.endsWith("README.md"))
                            .map(Path::normalize))
                    .containsExactlyInAnyOrderElementsOf(RenderedBase.filesRead());
        }
    }

    @Test
    void eachServiceHasWhatItNeeds() {
        for (String kind : List.of("Deployment", "Service", "ServiceAccount", "NetworkPolicy", "ConfigMap")) {
            assertThat(all(kind)).extracting(RenderedBase::nameOf).as(kind).containsAll(SERVICES);
        }
        assertThat(all("Job"))
                .extracting(RenderedBase::nameOf)
                .containsExactlyInAnyOrder(
                        "seats-service-migration", "polls-service-migration", "campaign-service-migration");
    }

    @Test
    void aMigrationRunsFromTheImageOfItsService() {
        assertThat(all("Job")).allSatisfy(job -> {
            String service = nameOf(job).replace("-migration", "");
            assertThat(containerOf(job).get("image"))
                    .isEqualTo(containerOf(named("Deployment", service)).get("image"));
            assertThat(containerOf(job).at("/args/0").asText()).isEqualTo(service.replace("-service", ""));
        });
    }

    @Test
    void imagesAreTaggedWithTheVersionOfTheProject() {
        String version = Kustomization.textOf(Path.of("..", "pom.xml")).replaceAll("(?s).*?<version>(.*?)<.*", "$1");
        assertThat(pods()).allSatisfy(workload -> assertThat(
                        containerOf(workload).get("image").asText())
                .matches("hustings/(%s):%s".formatted(String.join("|", SERVICES), version)));
    }

    @Test
    void aDeploymentAndItsServiceSelectItsPodsAndNoOthers() {
        assertThat(SERVICES).allSatisfy(service -> {
            JsonNode selector = named("Deployment", service).at("/spec/selector/matchLabels");
            assertThat(named("Service", service).at("/spec/selector")).isEqualTo(selector);
            assertThat(pods())
                    .filteredOn(workload -> selector.properties().stream().allMatch(label -> label.getValue()
                            .equals(podLabels(workload).get(label.getKey()))))
                    .containsExactly(named("Deployment", service));
        });
    }

    @Test
    void everyConfigMapAndServiceAccountReferredToExists() {
        assertThat(pods()).allSatisfy(workload -> {
            named(
                    "ServiceAccount",
                    workload.at("/spec/template/spec/serviceAccountName").asText());
            containerOf(workload)
                    .findValues("configMapRef")
                    .forEach(reference ->
                            named("ConfigMap", reference.get("name").asText()));
            containerOf(workload).findValues("configMapKeyRef").forEach(reference -> {
                JsonNode map = named("ConfigMap", reference.get("name").asText());
                String key = reference.get("key").asText();
                assertThat(map.at("/data").has(key) || README.contains("`" + key + "`"))
                        .as(key)
                        .isTrue();
            });
        });
    }

    @Test
    void noSecretLiesInTheTreeAndEachThatIsNeededIsNamedInTheReadme() {
        assertThat(all("Secret")).isEmpty();
        assertThat(RenderedBase.documents())
                .noneMatch(document -> document.toString().contains("stringData"));
        assertThat(all("ConfigMap").stream().flatMap(map -> fieldNames(map.get("data"))))
                .noneMatch(key -> key.matches(".*(PASSWORD|SECRET|TOKEN).*"));
        assertThat(pods().stream().flatMap(workload -> containerOf(workload).findValues("secretKeyRef").stream()))
                .hasSize(17)
                .allSatisfy(reference -> assertThat(README)
                        .contains("`" + reference.get("name").asText() + "`")
                        .contains("`" + reference.get("key").asText() + "`"));
    }

    @Test
    void onlyTheMigrationSeesTheOwnerOfTheSchema() {
        assertThat(all("Deployment"))
                .noneMatch(deployment -> deployment.toString().contains("-database-owner"));
    }

    @Test
    void everyPodIsConfinedAndSaysWhatItNeeds() {
        assertThat(pods()).hasSize(7).allSatisfy(workload -> {
            JsonNode pod = workload.at("/spec/template/spec");
            assertThat(pod.get("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            JsonNode container = containerOf(workload);
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
            assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
            assertThat(container.at("/resources/requests/memory").asText()).isNotEmpty();
            assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
            assertThat(container.at("/volumeMounts/0/mountPath").asText()).isEqualTo("/tmp");
            assertThat(pod.at("/volumes/0/emptyDir").isObject()).isTrue();
        });
    }

    @Test
    void everyServingContainerIsProbedOnThePortThatItsServiceSends() {
        assertThat(SERVICES).allSatisfy(service -> {
            JsonNode container = containerOf(named("Deployment", service));
            Map<String, String> probes =
                    Map.of("startupProbe", "started", "livenessProbe", "live", "readinessProbe", "ready");
            JsonNode port = container.at("/ports/0");
            probes.forEach((probe, path) -> {
                assertThat(container.at("/%s/httpGet/path".formatted(probe)).asText())
                        .isEqualTo("/q/health/" + path);
                assertThat(container.at("/%s/httpGet/port".formatted(probe))).isEqualTo(port.get("name"));
            });
            assertThat(named("Service", service).at("/spec/ports/0/targetPort")).isEqualTo(port.get("name"));
            assertThat(named("ConfigMap", "platform")
                            .at("/data/QUARKUS_HTTP_PORT")
                            .asText())
                    .isEqualTo(port.get("containerPort").asText());
        });
    }

    private static Optional<String> renderedByKustomize() throws IOException, InterruptedException {
        for (List<String> command : List.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"))) {
            boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, command.get(0))));
            if (installed) {
                List<String> call = new ArrayList<>(command);
                call.add(K8S.resolve("base").toString());
                Process process = new ProcessBuilder(call)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                String rendered = new String(process.getInputStream().readAllBytes());
                assertThat(process.waitFor()).isZero();
                return Optional.of(rendered);
            }
        }
        return Optional.empty();
    }

    private static Stream<String> fieldNames(JsonNode object) {
        return StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false);
    }

    private static List<ObjectNode> sorted(List<ObjectNode> documents) {
        return documents.stream()
                .sorted(Comparator.comparing(document -> document.get("kind").asText() + nameOf(document)))
                .toList();
    }
}
