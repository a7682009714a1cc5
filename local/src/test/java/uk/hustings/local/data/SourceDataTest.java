package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The project's own files as requests to the API. */
class SourceDataTest {

    private static final Path DATA = Path.of("..", "data");

    @Test
    void aRequestIsTheSameEachTimeItIsMade() {
        List<Import> once = all(new SourceData(DATA));
        assertThat(once).hasSize(30).isEqualTo(all(new SourceData(DATA)));
        assertThat(once)
                .extracting(Import::idempotencyKey)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.length() == 64);
    }

    @Test
    void anElectionIsSentAsOneJsonObjectWithIsoDays() throws IOException {
        JsonNode sent = sent("General election 2010");
        assertThat(sent.get("pollingDay").asText()).isEqualTo("2010-05-06");
        assertThat(sent.get("boundarySet").asText()).isEqualTo("2010");
        assertThat(sent.get("basis").asText()).isEqualTo("actual");
        assertThat(sent.get("writDay").isNull()).isTrue();
        assertThat(sent.at("/contests/0/pollingDay").isNull()).isTrue();
        assertThat(sent.at("/contests/0/candidates/0").toString())
                .isEqualTo("{\"party\":\"lab\",\"partyName\":\"Labour\",\"name\":\"Hywel Francis\",\"votes\":16073}");
    }

    @Test
    void aNotionalResultIsSentWithItsBasisAndSourceAndWithoutNames() throws IOException {
        JsonNode sent = sent("General election 2005, notional on the boundaries of 2010");
        assertThat(sent.get("electionId").asText()).isEqualTo("ge2005-notional-2010");
        assertThat(sent.get("pollingDay").asText()).isEqualTo("2005-05-05");
        assertThat(sent.get("boundarySet").asText()).isEqualTo("2010");
        assertThat(sent.get("basis").asText()).isEqualTo("notional");
        assertThat(sent.get("source").asText()).startsWith("C. Rallings and M. Thrasher");
        assertThat(sent.at("/contests/0/candidates/1").toString())
                .isEqualTo("{\"party\":\"lab\",\"partyName\":\"Labour\",\"name\":null,\"votes\":18077}");
    }

    @Test
    void theByElectionsAreSentInOneTableWithARowForEachCandidate() {
        Import byElections = new SourceData(DATA)
                .facts().stream()
                        .filter(fact -> fact.what().equals("by-elections"))
                        .findFirst()
                        .orElseThrow();

        assertThat(byElections.path()).isEqualTo("/v1/elections/imports.csv");
        assertThat(byElections.body().lines())
                .hasSize(1 + 582)
                .contains(
                        "by-2011-03-03-E14000541,Barnsley Central by-election 2011,by-election,2011-03-03,2010,actual,"
                                + "\"House of Commons Library, ukparliament/psephology\",2011-02-09,E14000541,,65471,24219,,"
                                + "lab,Labour,Dan Jarvis,14724");
    }

    @Test
    void aPartyHasAColourAndContinuesOnlyPartiesThatAreKnown() {
        List<SourceRow> parties = SourceRow.of(DATA.resolve("parties.csv"));
        List<String> codes = parties.stream().map(row -> row.text("code")).toList();
        assertThat(codes).hasSize(21).doesNotHaveDuplicates();
        assertThat(parties).allSatisfy(row -> {
            assertThat(row.text("colour")).matches("#[0-9A-F]{6}");
            assertThat(codes).containsAll(lineage(row));
        });
    }

    @Test
    void everyFileOfTheSelectionIsDescribed() throws IOException {
        String readme = Files.readString(DATA.resolve("README.md"));
        try (Stream<Path> files = Files.walk(DATA)) {
            assertThat(files.filter(file -> file.toString().endsWith(".csv")))
                    .hasSize(33)
                    .allSatisfy(file -> assertThat(readme).contains("`" + DATA.relativize(file) + "`"));
        }
    }

    @Test
    void whoeverCollectedThePollsIsCredited() throws IOException {
        String readme = Files.readString(DATA.resolve("README.md"));
        assertThat(readme.substring(readme.indexOf("## Credits to print")).replaceAll("\\s*\n> ", " "))
                .contains("Mark Pack, PollBase, www.markpack.org.uk/opinion-polls")
                .contains("J. Bailey, britpol")
                .contains("Lord Ashcroft Polls")
                .contains("C. Hanretty, B. Lauderdale and N. Vivyan")
                .contains("C. Rallings and M. Thrasher")
                .contains("British Polling Council");
    }

    private static JsonNode sent(String what) throws IOException {
        Import request = new SourceData(DATA)
                .facts().stream()
                        .filter(fact -> fact.what().equals(what))
                        .findFirst()
                        .orElseThrow();
        assertThat(request.path()).isEqualTo("/v1/elections/imports");
        return new ObjectMapper().readTree(request.body());
    }

    private static List<String> lineage(SourceRow party) {
        return party.text("lineage").isEmpty()
                ? List.of()
                : List.of(party.text("lineage").split(" "));
    }

    private static List<Import> all(SourceData data) {
        return Stream.concat(data.facts().stream(), data.evidenceAndOrganisation().stream())
                .toList();
    }
}
