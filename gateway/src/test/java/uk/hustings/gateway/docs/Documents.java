package uk.hustings.gateway.docs;

import java.util.EnumMap;
import java.util.Map;
import uk.hustings.gateway.routes.domain.Service;

/** Documents as the services serve them, in little. */
final class Documents {

    static final String PROBLEM = "\"Problem\":{\"type\":\"object\",\"properties\":{\"type\":{\"type\":\"string\","
            + "\"example\":\"/problems/not-found\"},\"status\":{\"format\":\"int32\",\"type\":\"integer\"}}}";

    private Documents() {}

    static Map<Service, String> all() {
        Map<Service, String> documents = new EnumMap<>(Service.class);
        documents.put(
                Service.SEATS,
                of(
                        get("/v1/seats", "listSeats", "Seat") + "," + get("/internal/seats", "x", "Feed"),
                        schema("Seat", "seatCode") + "," + schema("Feed", "version") + "," + PROBLEM));
        documents.put(
                Service.POLLS, of(get("/v1/polls", "listPolls", "Poll"), schema("Poll", "pollId") + "," + PROBLEM));
        documents.put(
                Service.CAMPAIGN,
                of(
                        get("/v1/campaign/access/me", "whatIMayOpen", "Access")
                                .replace("\"tags\"", "\"security\":[{\"SecurityScheme\":[\"access:me\"]}],\"tags\""),
                        schema("Access", "localParty") + "," + PROBLEM));
        return documents;
    }

    static Map<Service, String> allBut(Service service, String document) {
        Map<Service, String> documents = all();
        documents.put(service, document);
        return documents;
    }

    static String of(String paths, String schemas) {
        return """
                {"openapi":"3.0.3","info":{"title":"a service","version":"1"},
                 "servers":[{"url":"http://localhost:8081"}],
                 "tags":[{"name":"Facts"}],
                 "paths":{%s},
                 "components":{"schemas":{%s},
                  "securitySchemes":{"SecurityScheme":{"type":"http","scheme":"bearer"}}}}
                """.formatted(paths, schemas);
    }

    static String get(String path, String operationId, String schema) {
        return """
                "%s":{"get":{"operationId":"%s","tags":["Facts"],"summary":"S",
                 "parameters":[{"name":"limit","in":"query","example":20,
                  "schema":{"maximum":200,"minimum":1,"type":"integer","format":"int32","nullable":true}}],
                 "responses":{"200":{"description":"OK","content":{"application/json":{
                  "schema":{"$ref":"#/components/schemas/%s"}}}},
                  "404":{"description":"None","content":{"application/problem+json":{
                  "schema":{"$ref":"#/components/schemas/Problem"}}}}}}}
                """.formatted(path, operationId, schema);
    }

    static String schema(String name, String property) {
        return """
                "%s":{"type":"object","required":["%s"],"properties":{
                 "%s":{"type":"string","nullable":true,"example":"a"},
                 "pct":{"type":"number","minimum":0,"exclusiveMinimum":true,"format":"double"},
                 "lead":{"allOf":[{"$ref":"#/components/schemas/Problem"}],"nullable":true},
                 "by":{"type":"object","additionalProperties":{"type":"integer"}}}}
                """.formatted(name, property, property);
    }
}
