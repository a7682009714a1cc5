package uk.hustings.polls.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Basis;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.reading.domain.BaselineSwing.Pair;
import uk.hustings.polls.reading.domain.Outcomes.Missing;
import uk.hustings.polls.reading.domain.TrackRecord.By;
import uk.hustings.polls.reading.domain.TrackRecord.Records;
import uk.hustings.polls.reading.domain.TrackRecord.Terms;
import uk.hustings.polls.real.RealData;
import uk.hustings.polls.real.RealResults;

class TrackRecordTest {

    private static final LocalDate AFTER_THE_ELECTION = LocalDate.of(2015, 5, 31);

    /** Conservative seats with Labour second of which Lord Ashcroft published polls on 14 April 2015. */
    private static final Set<String> TEN_SEATS = Set.of(
            "E14000643",
            "E14000653",
            "E14000670",
            "E14000672",
            "E14000703",
            "E14000729",
            "E14000822",
            "E14000846",
            "E14000902",
            "E14000943");

    private static final Terms CONSERVATIVES_OVER_LABOUR =
            new Terms(By.POLLSTER, Figures.HEADLINE, new Pair("con", "lab"), true);

    private final List<Polled> seats = RealPolls.asked(RealPolls.ofSeats());
    private final List<Polled> national = RealPolls.asked(RealPolls.national());

    @Test
    void lordAshcroftsTenSeatsErredTogether() {
        List<Polled> ten = seats.stream()
                .filter(polled -> polled.key().pollster().equals(RealPolls.ASHCROFT))
                .filter(polled -> TEN_SEATS.contains(polled.key().area().code()))
                .toList();
        TrackRecord ashcroft = only(records(ten, CONSERVATIVES_OVER_LABOUR, 60));

        assertThat(ashcroft.lead().errors().n()).isEqualTo(10);
        // -10.8 and 3.7 of his headlines; of his tables, which leave the don't knows out:
        assertThat(ashcroft.lead().errors().mean()).isCloseTo(-11.2, within(0.05));
        assertThat(ashcroft.lead().errors().sd()).isCloseTo(4.1, within(0.05));
        assertThat(ashcroft.lead().errors().mean()).isCloseTo(-10.8, within(0.5));
        assertThat(ashcroft.lead().errors().sd()).isCloseTo(3.7, within(0.5));
        assertThat(ashcroft.lead().samplingSdPts())
                .as("no more than chance does to independent polls of this size")
                .isBetween(3.5, 4.5);
    }

    @Test
    void ofSeveralPollsBeforeAVoteTheLastCountsUnlessAllAreAskedFor() {
        List<Polled> croydon = seats.stream()
                .filter(polled -> polled.key().area().code().equals("E14000654"))
                .toList();
        Terms all = new Terms(By.POLLSTER, Figures.HEADLINE, new Pair("con", "lab"), false);

        assertThat(only(records(croydon, CONSERVATIVES_OVER_LABOUR, 365)).polls())
                .extracting(polled -> polled.day().toString())
                .containsExactly("2015-04-30");
        TrackRecord both = only(records(croydon, all, 365));
        assertThat(both.polls()).hasSize(2);
        assertThat(both.votes()).isEqualTo(1);
    }

    @Test
    void pollsTooFarFromAVoteOrBeforeItIsKnownAreLeftOut() {
        assertThat(records(seats, CONSERVATIVES_OVER_LABOUR, 6).leftOut()).containsOnlyKeys(Missing.VOTE);
        Records beforeTheElection = TrackRecord.of(
                seats,
                new Outcomes(RealResults.seats(), List.of(), LocalDate.of(2015, 5, 6), 400),
                CONSERVATIVES_OVER_LABOUR);

        assertThat(beforeTheElection.records())
                .allSatisfy(record -> assertThat(record.errors()).isNotEmpty());
        assertThat(beforeTheElection.leftOut().get(Missing.VOTE)).isGreaterThan(180);
    }

    @Test
    void everyPollstersLastPollOf2015PutTheConservativesTooLow() {
        List<Double> errors = records(national, CONSERVATIVES_OVER_LABOUR, 3).records().stream()
                .filter(record -> record.subject().geography() == Geography.GB)
                .map(record -> record.lead().errors())
                .filter(error -> error.n() == 1)
                .map(Spread::mean)
                .toList();

        assertThat(errors).hasSize(12).allMatch(error -> error < 0);
        // All but SurveyMonkey's and the one that Survation kept back until the votes were counted.
        assertThat(errors).filteredOn(error -> error < -4).hasSize(10);
    }

    @Test
    void aLargeSampleCountsAsMuchAsASmallOne() {
        List<Polled> yougov = national.stream()
                .filter(polled -> "YouGov".equals(polled.key().pollster()))
                .filter(polled -> polled.day() != null && polled.day().isAfter(LocalDate.of(2015, 5, 2)))
                .toList();
        TrackRecord record =
                only(records(yougov, new Terms(By.POLLSTER, Figures.HEADLINE, new Pair("con", "lab"), false), 30));
        double plain = yougov.stream()
                .mapToDouble(polled -> polled.asked().pctOf("con").orElseThrow().doubleValue()
                        - polled.asked().pctOf("lab").orElseThrow().doubleValue())
                .average()
                .orElseThrow();

        assertThat(yougov).hasSizeGreaterThan(2);
        assertThat(record.lead().errors().mean()).isCloseTo(plain - 6.48, within(0.01));
    }

    @Test
    void thePollsOfMembersMissedTheirVoteByTwentyOnTheLead() {
        List<Polled> members = RealPolls.asked(RealPolls.ofMembers(Basis.HEADLINE));
        Outcome result = RealData.rows("polls/labour_leadership_2016_result.csv").stream()
                .filter(row -> row.getField("electorate").equals("party members"))
                .map(row -> new Outcome(
                        "lab-leadership-2016",
                        LocalDate.of(2016, 9, 24),
                        Map.of(
                                "corbyn", new BigDecimal(row.getField("corbyn_pct")),
                                "smith", new BigDecimal(row.getField("smith_pct")))))
                .findFirst()
                .orElseThrow();
        Records records = TrackRecord.of(
                members,
                new Outcomes(RealResults.seats(), List.of(result), LocalDate.of(2016, 12, 31), 30),
                new Terms(By.CLIENT, Figures.REPORTED, new Pair("smith", "corbyn"), true));

        TrackRecord sponsor = only(records);
        assertThat(sponsor.subject().name()).isNull();
        assertThat(sponsor.subject().question()).isEqualTo(Question.MEMBERS_BALLOT);
        assertThat(sponsor.polls()).hasSize(8);
        assertThat(sponsor.errors().get("smith").mean()).isCloseTo(51.75 - 41.0, within(1e-9));
        assertThat(sponsor.errors().get("corbyn").mean()).isCloseTo(35.75 - 59.0, within(1e-9));
        assertThat(sponsor.lead().errors().mean()).isCloseTo(34, within(1e-9));
        assertThat(sponsor.lead().samplingSdPts()).isNull();
    }

    @Test
    void withoutTheBallotsResultMembersPollsAreLeftOut() {
        assertThat(records(
                                RealPolls.asked(RealPolls.ofMembers(Basis.RAW)),
                                new Terms(By.CLIENT, Figures.REPORTED, null, true),
                                30)
                        .leftOut())
                .isEqualTo(Map.of(Missing.VOTE, 8));
    }

    @Test
    void byElectionsAreVotesOfTheirSeats() {
        Polled newark = RealPolls.asked(List.of(RealPolls.ofSeat(
                        RealPolls.ASHCROFT,
                        "E14000829",
                        "2014-06-01",
                        Asked.headline(
                                Question.STANDARD, RealPolls.shares("con", 42, "lab", 20, "ld", 6, "ukip", 27)))))
                .get(0);
        TrackRecord record = only(records(List.of(newark), new Terms(By.POLLSTER, Figures.HEADLINE, null, true), 30));

        // 5 June 2014: Con 45.0, UKIP 25.9.
        assertThat(record.lead().first()).isEqualTo("con");
        assertThat(record.lead().second()).isEqualTo("ukip");
        assertThat(record.lead().errors().mean()).isCloseTo(-4.1, within(0.1));
    }

    private static Records records(List<Polled> polls, Terms terms, int days) {
        return TrackRecord.of(polls, new Outcomes(RealResults.seats(), List.of(), AFTER_THE_ELECTION, days), terms);
    }

    private static TrackRecord only(Records records) {
        assertThat(records.records()).hasSize(1);
        return records.records().get(0);
    }
}
