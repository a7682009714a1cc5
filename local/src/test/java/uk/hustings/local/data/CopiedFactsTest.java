package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopiedFactsTest {

    private final CopiedFacts copies = new CopiedFacts(7, 2);

    @Test
    void everyCopyHasCodesOfItsOwn() {
        assertThat(CopiedFacts.codeOf("E14000530", 7)).isEqualTo("F07000530");
        assertThat(CopiedFacts.codeOf("W07000041", 99)).isEqualTo("X99000041");
    }

    @Test
    void seatsAreCopiedRowByRow() {
        CsvBody real = new CsvBody(List.of("boundarySet", "seatCode", "name", "regionCode"));
        real.row(List.of("2010", "E14000582", "Birmingham, Hall Green", "E12000005"));

        assertThat(copies.of(Import.csv("seats", "/v1/seats/imports", real)))
                .get()
                .extracting(Import::body)
                .isEqualTo("""
                        boundarySet,seatCode,name,regionCode
                        2010,F07000582,"Birmingham, Hall Green 7",E12000005
                        2010,F08000582,"Birmingham, Hall Green 8",E12000005
                        """);
    }

    @Test
    void resultsOfGeneralElectionsAreCopiedAndNothingElse() throws Exception {
        String body = """
                {"electionId":"x","kind":"%s","contests":[{"seatCode":"E14000530","validVotes":5}]}""";

        JsonNode copied = new ObjectMapper()
                .readTree(copies.of(election(body.formatted("general")))
                        .orElseThrow()
                        .body());
        assertThat(copied.findValuesAsText("seatCode")).containsExactly("F07000530", "F08000530");
        assertThat(copied.findValuesAsText("validVotes")).containsExactly("5", "5");
        assertThat(copies.of(election(body.formatted("by-election")))).isEmpty();
        assertThat(copies.of(new Import("parties", "/v1/parties/imports", "text/csv", "")))
                .isEmpty();
    }

    private static Import election(String body) {
        return new Import("election", "/v1/elections/imports", "application/json", body);
    }
}
