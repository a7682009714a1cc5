package uk.hustings.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import io.smallrye.openapi.api.util.MergeUtil;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import uk.hustings.gateway.routes.domain.Service;

/**
 * Makes one document of the services'. The library that merges lets the later win where two say something different
 * under one name; here that is a fault, for one of the two would be told wrong.
 */
final class ApiMerge {

    private static final String OPENAPI = "3.0.3";

    private final URI issuer;
    private final String version;

    /**
     * @param issuer the realm, as callers reach it
     * @param version of the suite
     */
    ApiMerge(URI issuer, String version) {
        this.issuer = issuer;
        this.version = version;
    }

    /**
     * @param documents what each service serves, as JSON
     * @throws MergeRefused naming every contradiction
     */
    ApiDocument merge(Map<Service, String> documents) throws MergeRefused {
        List<ServiceDocument> parts = new ArrayList<>();
        for (Map.Entry<Service, String> document : documents.entrySet()) {
            parts.add(ServiceDocument.of(document.getKey(), document.getValue()));
        }
        refuseContradictions(parts);
        OpenAPI merged = OASFactory.createOpenAPI();
        for (ServiceDocument part : parts) {
            merged = MergeUtil.merge(merged, modelOf(part.json()));
        }
        merged.setOpenapi(OPENAPI);
        merged.setInfo(OASFactory.createInfo()
                .title("Hustings")
                .version(version)
                .description("Where a political party's campaigners go, decided openly and on evidence."));
        merged.setServers(List.of(OASFactory.createServer().url("/")));
        Scheme.addTo(merged, issuer);
        SmallRyeOpenAPI document = plain().withInitialModel(merged).build();
        return new ApiDocument(
                Page.of("application/json", document.toJSON()), Page.of("application/yaml", document.toYAML()));
    }

    private static void refuseContradictions(List<ServiceDocument> parts) throws MergeRefused {
        List<String> faults = new ArrayList<>();
        Map<String, String> operations = new HashMap<>();
        Map<String, JsonNode> components = new HashMap<>();
        for (ServiceDocument part : parts) {
            part.operationIds((id, place) -> {
                String other = operations.putIfAbsent(id, place);
                if (other != null) {
                    faults.add("operationId %s is both %s and %s".formatted(id, other, place));
                }
            });
            part.components((name, content) -> {
                JsonNode other = components.putIfAbsent(name, content);
                if (other != null && !other.equals(content)) {
                    faults.add("components/%s of %s is not what another service means by it"
                            .formatted(name, part.service().title()));
                }
            });
        }
        if (!faults.isEmpty()) {
            throw new MergeRefused(faults);
        }
    }

    private static OpenAPI modelOf(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return plain().withCustomStaticFile(() -> new ByteArrayInputStream(bytes))
                .build()
                .model();
    }

    private static SmallRyeOpenAPI.Builder plain() {
        return SmallRyeOpenAPI.builder()
                .withApplicationClassLoader(ApiMerge.class.getClassLoader())
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .defaultRequiredProperties(false);
    }
}
