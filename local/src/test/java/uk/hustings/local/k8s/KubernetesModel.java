package uk.hustings.local.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.util.Map;

/** What the Kubernetes API accepts of the kinds that we use: known fields, required ones, lists where lists belong. */
final class KubernetesModel {

    private interface Check {
        void accept(JsonElement document) throws IOException;
    }

    private static final Map<String, Check> CHECKS = Map.of(
            "v1 ConfigMap", V1ConfigMap::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement,
            "v1 ServiceAccount", V1ServiceAccount::validateJsonElement,
            "apps/v1 Deployment", V1Deployment::validateJsonElement,
            "batch/v1 Job", V1Job::validateJsonElement,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement);

    private KubernetesModel() {}

    /** @throws IllegalArgumentException naming the field that is unknown, missing or of another shape */
    static void check(JsonNode document) throws IOException {
        String type =
                document.get("apiVersion").asText() + " " + document.get("kind").asText();
        Check check = CHECKS.get(type);
        if (check == null) {
            throw new IllegalArgumentException("No check for " + type);
        }
        check.accept(JsonParser.parseString(document.toString()));
    }
}
