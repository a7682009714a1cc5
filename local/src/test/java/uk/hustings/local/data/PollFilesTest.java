package uk.hustings.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static uk.hustings.local.data.SentPolls.countBy;
import static uk.hustings.local.data.SentPolls.of;
import static uk.hustings.local.data.SentPolls.sum;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The polls as polls-service gets them. */
class PollFilesTest {

    @Test
    void eachFileIsOneImport() {
        assertThat(SentPolls.IMPORTS)
                .hasSize(6)
                .allMatch(sent -> sent.path().equals("/v1/polls/imports.csv"))
                .allMatch(sent -> sent.contentType().equals("text/csv"));
    }

    @Test
    void everythingIsPublicButThePollsOfMembers() {
        assertThat(Stream.of(
                                SentPolls.OF_2010_TO_2015,
                                SentPolls.OF_2021_TO_2023,
                                SentPolls.OF_BY_ELECTIONS,
                                SentPolls.OF_CONSTITUENCIES,
                                SentPolls.OF_CONTACTS)
                        .flatMap(List::stream))
                .allMatch(row -> row.getField("visibility").equals("public"))
                .allMatch(row -> row.getField("population").equals("adults"));
        assertThat(SentPolls.OF_MEMBERS)
                .allMatch(row -> row.getField("visibility").equals("private"))
                .allMatch(row -> row.getField("population").equals("party-members"));
    }

    @Test
    void noQuestionOfAPollIsSentTwice() {
        assertThat(Stream.of(
                                SentPolls.OF_2010_TO_2015,
                                SentPolls.OF_2021_TO_2023,
                                SentPolls.OF_BY_ELECTIONS,
                                SentPolls.OF_CONSTITUENCIES,
                                SentPolls.OF_CONTACTS,
                                SentPolls.OF_MEMBERS)
                        .flatMap(List::stream)
                        .map(row -> List.of(SentPolls.key(row), row.getField("question"))))
                .hasSize(2_047 + 837 + 28 + 187 + 3 + 12)
                .doesNotHaveDuplicates();
    }

    @Test
    void theSharesOfEveryPollWithFiguresAddUpWithinRounding() {
        assertThat(Stream.of(
                                SentPolls.OF_2010_TO_2015,
                                SentPolls.OF_2021_TO_2023,
                                SentPolls.OF_BY_ELECTIONS,
                                SentPolls.OF_CONSTITUENCIES,
                                SentPolls.OF_MEMBERS)
                        .flatMap(List::stream)
                        .filter(SentPolls::hasFigures))
                .hasSize(2_047 + 837 + 28 + 187 + 8)
                .allSatisfy(row -> assertThat(sum(row)).isBetween(new BigDecimal("98"), new BigDecimal("102")));
    }

    @Test
    void aPartyThatPaidForAPollHasAStakeInIt() {
        assertThat(Stream.of(SentPolls.OF_2010_TO_2015, SentPolls.OF_BY_ELECTIONS)
                        .flatMap(List::stream)
                        .filter(of("clientInterest", "sponsor")))
                .extracting(row -> row.getField("client"), row -> row.getField("fieldworkEnd"))
                .containsExactly(tuple("LibDems", "2013-08-28"), tuple("UKIP", "2014-10-21"));
    }

    @Test
    void the187ConstituencyPollsSayWhoTookThem() {
        assertThat(countBy(SentPolls.OF_CONSTITUENCIES, "pollster"))
                .isEqualTo(Map.of("Lord Ashcroft", 169L, "Other (unnamed in source)", 18L));
    }

    @Test
    void thoseWhoNamedAPartyAreTheWeightedBaseAndNotThePeopleAsked() {
        assertThat(SentPolls.OF_CONSTITUENCIES)
                .allMatch(of("sampleSize", ""))
                .first()
                .extracting(row -> row.getField("weightedBase"))
                .isEqualTo("532");
    }

    @Test
    void onePollOfClactonAskedOfTheByElectionAndOfTheGeneralElectionAfterIt() {
        List<List<String>> ofConstituencies =
                SentPolls.OF_CONSTITUENCIES.stream().map(SentPolls::key).toList();
        assertThat(SentPolls.OF_BY_ELECTIONS)
                .filteredOn(row -> ofConstituencies.contains(SentPolls.key(row)))
                .singleElement()
                .satisfies(row -> assertThat(SentPolls.known(row))
                        .containsEntry("seatCode", "E14000642")
                        .containsEntry("fieldworkStart", "2014-08-29")
                        .containsEntry("question", "standard")
                        .containsEntry("ukipPct", "56"));
    }

    @Test
    void aNationalistPartyIsAbsentWhereItDoesNotStand() {
        assertThat(SentPolls.OF_CONSTITUENCIES).allSatisfy(row -> {
            String seat = row.getField("seatCode");
            assertThat(row.getField("snpPct").isEmpty()).as(seat).isEqualTo(!seat.startsWith("S"));
            assertThat(row.getField("pcPct").isEmpty()).as(seat).isEqualTo(!seat.startsWith("W"));
        });
    }

    @Test
    void noughtStaysNoughtForAPartyThatStoodAndFoundNobody() {
        assertThat(SentPolls.OF_CONSTITUENCIES)
                .filteredOn(of("ldPct", "0.0"))
                .singleElement()
                .extracting(row -> row.getField("seatCode"))
                .isEqualTo("E14000854");
    }

    @Test
    void contactRatesAreAFurtherQuestionOfThePollThatTheHeadlineIsAbout() {
        assertThat(SentPolls.OF_CONTACTS)
                .extracting(
                        row -> row.getField("seatCode"),
                        row -> row.getField("fieldworkEnd"),
                        row -> row.getField("conPct"),
                        row -> row.getField("labPct"),
                        row -> row.getField("ldPct"))
                .containsExactly(
                        tuple("E14000902", "2015-04-11", "56", "76", ""),
                        tuple("E14000943", "2015-04-11", "45", "59", ""),
                        tuple("E14000922", "2015-03-28", "", "", "76"));
        assertThat(SentPolls.OF_CONTACTS)
                .allMatch(of("question", "contact-recall"))
                .allMatch(of("sampleSize", ""));
        assertThat(SentPolls.OF_CONSTITUENCIES)
                .extracting(SentPolls::key)
                .containsAll(SentPolls.OF_CONTACTS.stream().map(SentPolls::key).toList());
    }
}
