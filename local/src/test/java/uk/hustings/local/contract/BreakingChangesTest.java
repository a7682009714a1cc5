package uk.hustings.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractListAssert;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BreakingChangesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = """
            {"openapi": "3.0.3", "info": {"title": "Hustings", "version": "1"},
             "paths": {
               "/v1/seats": {
                 "get": {
                   "operationId": "listSeats",
                   "parameters": [{"name": "region", "in": "query", "schema": {"type": "string"}}],
                   "responses": {
                     "200": {"description": "Seats", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Page"}}}},
                     "304": {"description": "Nothing new"}}}},
               "/v1/seats/imports": {
                 "post": {
                   "operationId": "importSeats",
                   "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Return"}}}},
                   "responses": {"201": {"description": "Recorded"}}}}},
             "components": {"schemas": {
               "Page": {"type": "object", "required": ["items"], "properties": {
                 "items": {"type": "array", "items": {"$ref": "#/components/schemas/Seat"}}}},
               "Seat": {"type": "object", "required": ["name", "electorate"], "properties": {
                 "name": {"type": "string"}, "electorate": {"type": "integer", "format": "int32"},
                 "holder": {"type": "string", "nullable": true}}},
               "Return": {"type": "object", "required": ["name"], "properties": {
                 "name": {"type": "string"}, "source": {"type": "string"},
                 "officer": {"$ref": "#/components/schemas/Officer"},
                 "results": {"type": "array", "items": {"$ref": "#/components/schemas/Result"}},
                 "recounts": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Recount"}}}},
               "Officer": {"type": "object", "properties": {
                 "name": {"type": "string"}, "council": {"type": "string"}}},
               "Result": {"type": "object", "required": ["votes"], "properties": {
                 "votes": {"type": "integer", "format": "int32"}, "candidate": {"type": "object", "properties": {
                   "name": {"type": "string"}, "party": {"type": "string"}}}}},
               "Recount": {"type": "object", "properties": {
                 "votes": {"type": "integer", "format": "int32"}, "asked": {"type": "string"}}}}}}
            """;

    @ParameterizedTest
    @MethodSource("breaking")
    void whatAClientReliesOnBreaks(Consumer<ObjectNode> change, String expected) throws Exception {
        changes(change).extracting(BreakingChange::toString).contains(expected);
    }

    static Stream<Arguments> breaking() {
        return Stream.of(
                breaking("a path goes", api -> paths(api).remove("/v1/seats"), "GET /v1/seats: the operation is gone"),
                breaking(
                        "a method goes",
                        api -> at(api, "/paths/~1v1~1seats~1imports").remove("post"),
                        "POST /v1/seats/imports: the operation is gone"),
                breaking(
                        "an operation has another name",
                        api -> operation(api).put("operationId", "seats"),
                        "GET /v1/seats: operation id is not what it was"),
                breaking(
                        "a property of an answer goes",
                        api -> without(schema(api, "Seat"), "name"),
                        "GET /v1/seats: answer 200/items[]/name is gone"),
                breaking(
                        "a property goes that was not always there",
                        api -> without(schema(api, "Seat"), "holder"),
                        "GET /v1/seats: answer 200/items[]/holder is gone"),
                breaking(
                        "a property may be null",
                        api -> at(api, "/components/schemas/Seat/properties/name")
                                .put("nullable", true),
                        "GET /v1/seats: answer 200/items[]/name may be null now"),
                breaking(
                        "a property has another type",
                        api -> at(api, "/components/schemas/Seat/properties/name")
                                .put("type", "number"),
                        "GET /v1/seats: answer 200/items[]/name has another type"),
                breaking(
                        "a number is larger than clients hold",
                        api -> at(api, "/components/schemas/Seat/properties/electorate")
                                .put("format", "int64"),
                        "GET /v1/seats: answer 200/items[]/electorate has another type"),
                breaking(
                        "a property need not be there",
                        api -> schema(api, "Seat").withArray("required").remove(0),
                        "GET /v1/seats: answer 200/items[]: required is not what it was"),
                breaking(
                        "an answer goes",
                        api -> at(api, "/paths/~1v1~1seats/get/responses").remove("304"),
                        "GET /v1/seats: answer 304 is gone"),
                breaking(
                        "a parameter goes",
                        api -> operation(api).withArray("parameters").remove(0),
                        "GET /v1/seats: parameter region is gone"),
                breaking(
                        "a new parameter is required",
                        api -> parameter(api, "party").put("required", true),
                        "GET /v1/seats: parameter party is new and required"),
                breaking(
                        "an old parameter is required",
                        api -> at(api, "/paths/~1v1~1seats/get/parameters/0").put("required", true),
                        "GET /v1/seats: parameter region: parameter is not what it was"),
                breaking(
                        "a field of a body is required",
                        api -> schema(api, "Return").withArray("required").add("source"),
                        "POST /v1/seats/imports: body: required is not what it was"),
                breaking(
                        "a new field of a body is required",
                        api -> required(schema(api, "Return"), "basis"),
                        "POST /v1/seats/imports: body: required is not what it was"),
                breaking(
                        "a new field deep in a body is required",
                        api -> required(schema(api, "Result"), "basis"),
                        "POST /v1/seats/imports: body/results[]: required is not what it was"),
                breaking(
                        "a field of a body goes",
                        api -> without(schema(api, "Return"), "source"),
                        "POST /v1/seats/imports: body/source is gone"),
                breaking(
                        "a field goes that every body has",
                        api -> without(schema(api, "Return"), "name"),
                        "POST /v1/seats/imports: body/name is gone"),
                breaking(
                        "a field of a body has another name",
                        api -> {
                            without(schema(api, "Return"), "source");
                            property(schema(api, "Return"), "origin");
                        },
                        "POST /v1/seats/imports: body/source is gone"),
                breaking(
                        "a field of an object of a body goes",
                        api -> without(schema(api, "Officer"), "council"),
                        "POST /v1/seats/imports: body/officer/council is gone"),
                breaking(
                        "a field of a row of a body goes",
                        api -> without(schema(api, "Result"), "candidate"),
                        "POST /v1/seats/imports: body/results[]/candidate is gone"),
                breaking(
                        "a field of an object of a row of a body goes",
                        api -> without(at(api, "/components/schemas/Result/properties/candidate"), "party"),
                        "POST /v1/seats/imports: body/results[]/candidate/party is gone"),
                breaking(
                        "a field of an entry of a map of a body goes",
                        api -> without(schema(api, "Recount"), "asked"),
                        "POST /v1/seats/imports: body/recounts{}/asked is gone"));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void whatNoClientNoticesDoesNot(Consumer<ObjectNode> change) throws Exception {
        changes(change).isEmpty();
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                harmless("nothing", api -> {}),
                harmless("a new path", api -> paths(api)
                        .set("/v1/regions", paths(api).get("/v1/seats").deepCopy())),
                harmless("a new parameter", api -> parameter(api, "party")),
                harmless("a new property of an answer", api -> required(schema(api, "Seat"), "county")),
                harmless(
                        "a property is always there",
                        api -> schema(api, "Seat").withArray("required").add("holder")),
                harmless("a new field of a body", api -> property(schema(api, "Return"), "basis")),
                harmless("a new field of an object of a body", api -> property(schema(api, "Officer"), "basis")),
                harmless("a new field of a row of a body", api -> property(schema(api, "Result"), "basis")),
                harmless(
                        "a new field of an entry of a map of a body", api -> property(schema(api, "Recount"), "basis")),
                harmless(
                        "a field of a body need not be there",
                        api -> schema(api, "Return").withArray("required").remove(0)),
                harmless("a new answer", api -> at(api, "/paths/~1v1~1seats/get/responses")
                        .putObject("404")
                        .put("description", "No such region")),
                harmless("other words for what could be null before", api -> at(
                                api, "/components/schemas/Seat/properties/holder")
                        .put("description", "Its party")),
                harmless("other words", api -> operation(api).put("summary", "Seats by name")));
    }

    @Test
    void aChangeOfAnOperationInTheMiddleOfMany() throws Exception {
        changes(api -> {
                    paths(api).remove("/v1/seats/imports");
                    without(schema(api, "Seat"), "name");
                })
                .extracting(BreakingChange::operation)
                .contains("POST /v1/seats/imports", "GET /v1/seats");
    }

    private static AbstractListAssert<?, ?, BreakingChange, ?> changes(Consumer<ObjectNode> change) throws Exception {
        ObjectNode after = (ObjectNode) JSON.readTree(API);
        change.accept(after);
        return assertThat(BreakingChanges.between(ApiDocument.kept(API), ApiDocument.kept(after.toString())));
    }

    private static Arguments breaking(String name, Consumer<ObjectNode> change, String expected) {
        return Arguments.of(Named.of(name, change), expected);
    }

    private static Arguments harmless(String name, Consumer<ObjectNode> change) {
        return Arguments.of(Named.of(name, change));
    }

    private static ObjectNode at(ObjectNode api, String pointer) {
        return (ObjectNode) api.at(pointer);
    }

    private static ObjectNode paths(ObjectNode api) {
        return at(api, "/paths");
    }

    private static ObjectNode operation(ObjectNode api) {
        return at(api, "/paths/~1v1~1seats/get");
    }

    private static ObjectNode schema(ObjectNode api, String name) {
        return at(api, "/components/schemas/" + name);
    }

    private static ObjectNode parameter(ObjectNode api, String name) {
        ObjectNode added = operation(api).withArray("parameters").addObject();
        added.put("name", name).put("in", "query").putObject("schema").put("type", "string");
        return added;
    }

    private static void property(ObjectNode schema, String name) {
        ((ObjectNode) schema.get("properties")).putObject(name).put("type", "string");
    }

    private static void required(ObjectNode schema, String name) {
        property(schema, name);
        schema.withArray("required").add(name);
    }

    private static void without(ObjectNode schema, String property) {
        ((ObjectNode) schema.get("properties")).remove(property);
        ArrayNode required = schema.withArray("required");
        for (int i = required.size() - 1; i >= 0; i--) {
            if (required.get(i).asText().equals(property)) {
                required.remove(i);
            }
        }
    }
}
