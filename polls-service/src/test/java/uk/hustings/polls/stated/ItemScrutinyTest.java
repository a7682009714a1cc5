package uk.hustings.polls.stated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.polls.real.RealResults;
import uk.hustings.polls.seatref.domain.SeatBook;

class ItemScrutinyTest {

    private static final SeatBook SEATS = RealResults.seats();
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 1);
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private record Import(List<StatedItem> items) {}

    @Test
    void theEvidenceOf2016IsSoundAndStatedAgainAsItWas() throws IOException {
        List<StatedItem> stated = JSON.readValue(
                        Path.of("..", "data", "evidence", "labour_leadership_2016.json")
                                .toFile(),
                        Import.class)
                .items();

        assertThat(stated).hasSize(7).allSatisfy(item -> {
            ItemScrutiny scrutiny = ItemScrutiny.of(item, SEATS, TODAY);
            assertThat(scrutiny.faults()).isEmpty();
            assertThat(scrutiny.warnings()).isEmpty();
            assertThat(StatedItem.of(scrutiny.item()).item()).isEqualTo(scrutiny.item());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            real-votes | "ward": "A ward", "seatCode": "E14000653", "turnoutPct": 30, "results": [{"option": "lab", "votes": 0}]
            switching  | "population": "party-members", "moves": [{"from": "corbyn", "base": 9, "toPct": [{"option": "dontKnow", "pct": 8}]}]
            reasons    | "base": 9, "reasons": [{"reason": "electability", "pct": 40}, {"reason": "unity"}]
            statement  | "speaker": "Graham Jones", "text": "neck and neck", "option": "tie", "regionCode": "E12000002"
            """)
    void everyKindIsStatedAgainAsItWas(String kind, String fields) throws IOException {
        ItemScrutiny scrutiny = scrutiny(kind, fields);

        assertThat(scrutiny.faults()).isEmpty();
        assertThat(StatedItem.of(scrutiny.item()).item()).isEqualTo(scrutiny.item());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            gossip        | "text": "x"                                                     | /kind
            indicator     | "figures": []                                                   | /figures
            indicator     | "figures": [null]                                               | /figures/0
            indicator     | "figures": [{"value": -1, "unit": "votes"}]                     | /figures/0/value
            indicator     | "figures": [{"value": 1e999, "unit": "votes"}]                  | /figures/0/value
            indicator     | "figures": [{"value": 1e999999999, "unit": "votes"}]            | /figures/0/value
            indicator     | "figures": [{"value": 100.1, "unit": "pct"}]                    | /figures/0/value
            indicator     | "figures": [{"unit": "votes"}]                                  | /figures/0/value
            indicator     | "figures": [{"value": 1, "unit": "Votes!"}]                     | /figures/0/unit
            indicator     | "figures": [{"value": 2, "outOf": 1, "unit": "votes"}]          | /figures/0/outOf
            indicator     | "figures": [{"value": 1, "unit": "votes"}], "text": "x"         | /text
            indicator     | "figures": [{"value": 1, "unit": "votes"}], "day": "2025-01-02" | /day
            indicator     | "figures": [{"value": 1, "unit": "votes"}], "day": "1066-10-14" | /day
            indicator     | "figures": [{"value": 1, "unit": "votes"}], "contest": "GE 1"   | /contest
            indicator     | "figures": [{"value": 1, "unit": "votes"}], "seatCode": "E14999999"   | /seatCode
            indicator     | "figures": [{"value": 1, "unit": "votes"}], "regionCode": "E12999999" | /regionCode
            indicator     | "figures": [{"value": 1, "unit": "votes"}], "seatCode": "E14000653", "boundarySet": "1832" | /boundarySet
            real-votes    | "results": [{"option": "lab", "votes": 1}]                      | /council
            real-votes    | "ward": "W", "results": [{"option": "lab", "votes": -1}]        | /results/0/votes
            real-votes    | "ward": "W", "results": [{"option": "lab"}]                     | /results/0/votes
            real-votes    | "ward": "W", "results": [{"option": "lab", "pct": 101}]         | /results/0/pct
            real-votes    | "ward": "W", "results": [{"option": "lab", "pct": 60}, {"option": "con", "pct": 43}] | /results
            real-votes    | "ward": "W", "results": [{"option": "lab", "pct": 40}, {"option": "lab", "pct": 43}] | /results/1/option
            real-votes    | "ward": "W", "turnoutPct": 101, "results": [{"option": "lab", "votes": 1}] | /turnoutPct
            ballot-result | "results": [{"option": "corbyn", "votes": 1}]                   | /electorate
            switching     | "moves": [{"toPct": [{"option": "smith", "pct": 8}]}]           | /moves/0/from
            switching     | "moves": [{"from": "corbyn", "toPct": []}]                      | /moves/0/toPct
            switching     | "moves": [{"from": "corbyn", "toPct": [{"option": "smith"}]}]   | /moves/0/toPct/0/pct
            switching     | "moves": [{"from": "a", "base": 0, "toPct": [{"option": "b", "pct": 1}]}] | /moves/0/base
            switching     | "moves": [{"from": "a", "toPct": [{"option": "b", "pct": 60}, {"option": "c", "pct": 43}]}] | /moves/0/toPct
            reasons       | "reasons": [{"pct": 1}]                                         | /reasons/0/reason
            reasons       | "reasons": [{"reason": "x"}], "population": "dogs"              | /population
            statement     | "speaker": "Nobody"                                             | /text
            """)
    void aFaultIsNamedByItsPlace(String kind, String fields, String pointer) throws IOException {
        ItemScrutiny scrutiny = scrutiny(kind, fields);

        assertThat(scrutiny.item()).isNull();
        assertThat(scrutiny.faults()).extracting(Scrutiny.Fault::pointer).containsExactly(pointer);
    }

    @Test
    void everyFaultIsToldAtOnce() throws IOException {
        StatedItem stated = JSON.readValue("""
                {"kind": "indicator", "source": " ", "label": "%s", "day": "2999-01-01",
                 "figures": [{"value": -1, "unit": "x"}, {"value": 1, "unit": ""}]}
                """.formatted("x".repeat(201)), StatedItem.class);

        assertThat(ItemScrutiny.of(stated, SEATS, TODAY).faults())
                .extracting(Scrutiny.Fault::pointer)
                .containsExactly("/day", "/label", "/source", "/figures/0/value", "/figures/1/unit");
    }

    @Test
    void resultsThatLeaveMuchOutAreAcceptedWithAWord() throws IOException {
        assertThat(scrutiny("real-votes", "\"ward\": \"W\", \"results\": [{\"option\": \"lab\", \"pct\": 45.5}]")
                        .warnings())
                .containsExactly(new Scrutiny.Fault("/results", "shares add up to 45.5"));
    }

    private static ItemScrutiny scrutiny(String kind, String fields) throws IOException {
        StatedItem stated = JSON.readValue(
                "{\"kind\": \"%s\", \"label\": \"Test\", \"source\": \"Test\", %s}".formatted(kind, fields),
                StatedItem.class);
        return ItemScrutiny.of(stated, SEATS, TODAY);
    }
}
