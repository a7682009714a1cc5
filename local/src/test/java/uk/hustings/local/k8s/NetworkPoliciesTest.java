package uk.hustings.local.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.hustings.local.k8s.RenderedBase.SERVICES;
import static uk.hustings.local.k8s.RenderedBase.nameOf;
import static uk.hustings.local.k8s.RenderedBase.named;
import static uk.hustings.local.k8s.RenderedBase.podLabels;
import static uk.hustings.local.k8s.RenderedBase.pods;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may reach whom: nobody, but for the calls that the settings make. */
class NetworkPoliciesTest {

    @Test
    void everythingIsClosedUnlessAnotherPolicySaysSo() {
        JsonNode spec = named("NetworkPolicy", "deny-all").get("spec");
        assertThat(spec.get("podSelector")).isEmpty();
        assertThat(spec.get("policyTypes")).hasSize(2);
        assertThat(spec.has("ingress") || spec.has("egress")).isFalse();
    }

    @Test
    void thePoliciesOpenExactlyTheCallsThatTheSettingsMake() {
        Map<String, Set<String>> calls = new HashMap<>();
        Map<String, Set<String>> opened = new HashMap<>();
        Map<String, Set<String>> admitted = new HashMap<>();
        for (String service : SERVICES) {
            JsonNode policy = named("NetworkPolicy", service).get("spec");
            assertThat(policy.at("/podSelector/matchLabels"))
                    .isEqualTo(named("Deployment", service).at("/spec/selector/matchLabels"));
            calls.put(service, calledBy(service));
            opened.put(service, peersOf(policy.get("egress")));
            peersOf(policy.get("ingress")).forEach(caller -> admitted.computeIfAbsent(caller, any -> new HashSet<>())
                    .add(service));
        }
        admitted.putIfAbsent("seats-service", Set.of());
        assertThat(opened).isEqualTo(calls);
        assertThat(admitted).isEqualTo(calls);
    }

    @Test
    void thePodsThatUseADatabaseAreLetThrough() {
        assertThat(pods()).allSatisfy(workload -> assertThat(podLabels(workload).has("database"))
                .as(nameOf(workload))
                .isEqualTo(workload.toString().contains("-database")));
    }

    private static Set<String> calledBy(String service) {
        String settings = named("ConfigMap", service).get("data").toString();
        return SERVICES.stream()
                .filter(other -> settings.contains("http://%s:8080".formatted(other)))
                .collect(Collectors.toSet());
    }

    private static Set<String> peersOf(JsonNode rules) {
        Set<String> names = new HashSet<>();
        if (rules != null) {
            rules.findValues("values").forEach(values -> values.forEach(value -> names.add(value.asText())));
        }
        return names;
    }
}
