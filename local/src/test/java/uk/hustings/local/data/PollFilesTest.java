package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The polls as polls-service gets them. */
class PollFilesTest {

    private static final PollFiles FILES = new PollFiles(Path.of("..", "data", "polls"));
    private static final List<NamedCsvRecord> CONSTITUENCY_POLLS = rows(FILES.constituencyPolls());
    private static final List<NamedCsvRecord> MEMBER_POLLS = rows(FILES.memberPolls());

    @Test
    void the187ConstituencyPollsArePublicAndSayWhoTookThem() {
        assertThat(CONSTITUENCY_POLLS)
                .hasSize(187)
                .allMatch(row -> row.getField("visibility").equals("public"))
                .allMatch(row -> row.getField("population").equals("adults"));
        assertThat(CONSTITUENCY_POLLS)
                .filteredOn(row -> row.getField("pollster").equals("Lord Ashcroft"))
                .hasSize(169);
        assertThat(CONSTITUENCY_POLLS)
                .filteredOn(row -> row.getField("pollster").equals("Other (unnamed in source)"))
                .hasSize(18);
    }

    @Test
    void noTwoConstituencyPollsAreTheSamePoll() {
        assertThat(CONSTITUENCY_POLLS)
                .extracting(row -> Stream.of(
                                "pollster",
                                "client",
                                "population",
                                "question",
                                "seatCode",
                                "fieldworkStart",
                                "fieldworkEnd")
                        .map(row::getField)
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void theSharesOfEveryPollWithFiguresAddUpWithinRounding() {
        assertThat(Stream.concat(
                        CONSTITUENCY_POLLS.stream(), MEMBER_POLLS.stream().filter(PollFilesTest::hasFigures)))
                .hasSize(195)
                .allSatisfy(row -> assertThat(sum(row)).isBetween(new BigDecimal("98"), new BigDecimal("102")));
    }

    @Test
    void aNationalistPartyIsAbsentWhereItDoesNotStand() {
        assertThat(CONSTITUENCY_POLLS).allSatisfy(row -> {
            String seat = row.getField("seatCode");
            assertThat(row.getField("snpPct").isEmpty()).as(seat).isEqualTo(!seat.startsWith("S"));
            assertThat(row.getField("pcPct").isEmpty()).as(seat).isEqualTo(!seat.startsWith("W"));
        });
    }

    @Test
    void noughtStaysNoughtForAPartyThatStoodAndFoundNobody() {
        assertThat(CONSTITUENCY_POLLS)
                .filteredOn(row -> row.getField("ldPct").equals("0.0"))
                .singleElement()
                .extracting(row -> row.getField("seatCode"))
                .isEqualTo("E14000854");
    }

    @Test
    void theTwelvePollsOfMembersArePrivateAndClaimNoPollsterAndNoDays() {
        assertThat(MEMBER_POLLS).hasSize(12).allSatisfy(row -> {
            assertThat(row.getField("visibility")).isEqualTo("private");
            assertThat(row.getField("population")).isEqualTo("party-members");
            assertThat(row.getField("question")).isEqualTo("members-ballot");
            assertThat(Stream.of("pollster", "client", "fieldworkStart", "fieldworkEnd", "sampleSize")
                            .map(row::getField))
                    .containsOnly("");
        });
        assertThat(MEMBER_POLLS).filteredOn(PollFilesTest::hasFigures).hasSize(8);
    }

    @Test
    void exeterHasItsFiguresAndHoveNoUndecided() {
        assertThat(figures("E14000698")).containsExactly("46", "34", "18");
        assertThat(figures("E14000755")).containsExactly("45", "55", "");
        assertThat(figures("E14000553")).containsOnly("");
    }

    private static List<String> figures(String seat) {
        return MEMBER_POLLS.stream()
                .filter(row -> row.getField("seatCode").equals(seat))
                .map(row -> List.of(row.getField("smithPct"), row.getField("corbynPct"), row.getField("dontKnowPct")))
                .findFirst()
                .orElseThrow();
    }

    private static boolean hasFigures(NamedCsvRecord row) {
        return row.getHeader().stream()
                .anyMatch(column ->
                        column.endsWith("Pct") && !row.getField(column).isEmpty());
    }

    private static BigDecimal sum(NamedCsvRecord row) {
        return row.getHeader().stream()
                .filter(column -> column.endsWith("Pct"))
                .map(row::getField)
                .filter(share -> !share.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<NamedCsvRecord> rows(CsvBody csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv.toString()).stream().toList();
    }
}
