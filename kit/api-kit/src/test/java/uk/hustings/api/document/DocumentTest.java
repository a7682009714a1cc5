package uk.hustings.api.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.junit.jupiter.api.Test;

class DocumentTest {

    @Test
    void whatIsAnsweredIsRequiredUnlessItMayBeNull() {
        OpenAPI document = document();

        new PresentInAnswers().filterOpenAPI(document);

        assertThat(schema(document, "Seat").getRequired()).containsExactlyInAnyOrder("name", "pollingDay");
    }

    @Test
    void whatIsSentSaysItselfWhatItNeeds() {
        OpenAPI document = document();

        new PresentInAnswers().filterOpenAPI(document);

        assertThat(schema(document, "Import").getRequired()).isNull();
        assertThat(schema(document, "Row").getRequired()).containsExactly("code");
    }

    @Test
    void aDayIsToldWhereItStandsAndMayBeNullThere() {
        OpenAPI document = document();

        new ScalarsInLine().filterOpenAPI(document);

        assertThat(document.getComponents().getSchemas()).doesNotContainKey("LocalDate");
        Schema day = schema(document, "Seat").getProperties().get("pollingDay");
        assertThat(day.getRef()).isNull();
        assertThat(day.getType()).containsExactly(SchemaType.STRING);
        assertThat(day.getFormat()).isEqualTo("date");
        assertThat(day.getExamples()).isEqualTo(List.of("2015-04-14"));
        Schema none = schema(document, "Seat").getProperties().get("vacantSince");
        assertThat(none.getAnyOf()).isNull();
        assertThat(none.getType()).containsExactly(SchemaType.STRING, SchemaType.NULL);
        assertThat(none.getExamples()).isEqualTo(List.of("2012-08-06"));
    }

    @Test
    void theOrderOfTheTwoDoesNotMatter() {
        OpenAPI document = document();

        new ScalarsInLine().filterOpenAPI(document);
        new PresentInAnswers().filterOpenAPI(document);

        assertThat(schema(document, "Seat").getRequired()).containsExactlyInAnyOrder("name", "pollingDay");
    }

    private static Schema schema(OpenAPI document, String name) {
        return document.getComponents().getSchemas().get(name);
    }

    private static OpenAPI document() {
        Schema day = of(SchemaType.STRING).format("date").examples(List.of("2022-03-10"));
        Schema seat = of(SchemaType.OBJECT)
                .addProperty("name", of(SchemaType.STRING))
                .addProperty("holder", of(SchemaType.STRING, SchemaType.NULL))
                .addProperty("pollingDay", to("LocalDate"))
                .addProperty(
                        "vacantSince",
                        OASFactory.createSchema()
                                .anyOf(List.of(to("LocalDate"), of(SchemaType.NULL)))
                                .examples(List.of("2012-08-06")));
        Schema row = of(SchemaType.OBJECT)
                .addProperty("code", of(SchemaType.STRING))
                .addProperty("source", of(SchemaType.STRING))
                .required(List.of("code"));
        Schema sent =
                of(SchemaType.OBJECT).addProperty("rows", of(SchemaType.ARRAY).items(to("Row")));
        PathItem path = OASFactory.createPathItem()
                .POST(OASFactory.createOperation()
                        .requestBody(OASFactory.createRequestBody().content(json(to("Import"))))
                        .responses(OASFactory.createAPIResponses()
                                .addAPIResponse(
                                        "201", OASFactory.createAPIResponse().content(json(to("Seat"))))));
        return OASFactory.createOpenAPI()
                .paths(OASFactory.createPaths().addPathItem("/v1/seats", path))
                .components(OASFactory.createComponents()
                        .addSchema("LocalDate", day)
                        .addSchema("Seat", seat)
                        .addSchema("Row", row)
                        .addSchema("Import", sent));
    }

    private static Content json(Schema schema) {
        return OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(schema));
    }

    private static Schema of(SchemaType... types) {
        return OASFactory.createSchema().type(List.of(types));
    }

    private static Schema to(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }
}
