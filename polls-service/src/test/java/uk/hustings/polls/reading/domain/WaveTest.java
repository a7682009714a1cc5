package uk.hustings.polls.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Basis;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.RecordedPoll;
import uk.hustings.polls.real.RealData;

class WaveTest {

    /** The headlines add back part of the don't knows, so they differ from the tables by a point or two. */
    private static final Offset<Double> AS_PUBLISHED = within(3.0);

    private static final Offset<Double> EXACTLY = within(1e-9);

    /** What Lord Ashcroft published of Hallam: the poll of November 2014 as corrected, and that of March 2015. */
    private static final List<RecordedPoll> HALLAM = List.of(
            RealPolls.ofSeat(
                    RealPolls.ASHCROFT,
                    RealData.HALLAM,
                    "2014-11-30",
                    constituency("con", 19, "lab", 30, "ld", 27, "ukip", 13, "green", 10)),
            RealPolls.ofSeat(
                    RealPolls.ASHCROFT,
                    RealData.HALLAM,
                    "2015-03-28",
                    constituency("con", 16, "lab", 36, "ld", 34, "ukip", 7, "green", 6)));

    @ParameterizedTest
    @CsvSource({
        "E14000838, North Devon, -7",
        "E14000961, St Austell and Newquay, -6",
        "E14000964, St Ives, 3",
        "E14000837, North Cornwall, 2",
        "E14000999, Torbay, 1",
        "E14000922, 'Sheffield, Hallam', -2",
        "E14000617, Cambridge, 9"
    })
    void theLiberalDemocratsStandInTheirSeatsAsPublishedOnThe1stOfApril2015(String seat, String name, double lead) {
        Wave published = waves(seat, "ld").stream()
                .filter(wave -> wave.polled().day().toString().compareTo("2015-04-01") <= 0)
                .max(Comparator.comparing(wave -> wave.polled().day()))
                .orElseThrow();

        assertThat(published.lead().pts()).as(name).isCloseTo(lead, AS_PUBLISHED);
    }

    @Test
    void inHallamTheLiberalDemocratsAreTwoBehindAndWereThree() {
        Wave last = Series.of(RealPolls.asked(HALLAM))
                .get(0)
                .waves("ld", Figures.HEADLINE)
                .get(1);

        assertThat(last.lead().pts()).isEqualTo(-2, EXACTLY);
        assertThat(last.previous().lead().pts()).isEqualTo(-3, EXACTLY);
        assertThat(last.leadChange().pts()).isEqualTo(1, EXACTLY);
        assertThat(last.lead().rival()).isEqualTo("lab");
        assertThat(last.changes())
                .extracting(Change::option, Change::pts)
                .containsExactly(
                        tuple("con", -3.0),
                        tuple("lab", 6.0),
                        tuple("ld", 7.0),
                        tuple("ukip", -6.0),
                        tuple("green", -4.0));
    }

    @Test
    void aChangeComesWithTheSamplingErrorOfBothWaves() {
        List<Wave> waves = waves("E14000837", "ld");

        Wave april = waves.get(1);
        double march = 38.4 * 61.6 / waves.get(0).polled().base(Figures.HEADLINE);
        double then = 38.0 * 62.0 / april.polled().base(Figures.HEADLINE);
        assertThat(waves).hasSize(2);
        assertThat(april.changes())
                .filteredOn(change -> change.option().equals("ld"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.pts()).isCloseTo(-0.4, EXACTLY);
                    assertThat(change.samplingSdPts()).isCloseTo(Math.sqrt(march + then), within(1e-6));
                });
        assertThat(april.leadChange().samplingSdPts())
                .isCloseTo(
                        Math.hypot(
                                waves.get(0).lead().samplingSdPts(),
                                april.lead().samplingSdPts()),
                        within(1e-9));
    }

    @Test
    void theSlopeBetweenTwoWavesIsAsUncertainAsTheirDifference() {
        Trend.Line lead =
                Trend.of(series("E14000837").get(0), "ld", Figures.HEADLINE).lead();

        // 40 days lie between the 20th of March and the 29th of April.
        assertThat(lead.per30DaysPts()).isCloseTo(lead.change().pts() * 30 / 40, EXACTLY);
        assertThat(lead.per30DaysSdPts()).isCloseTo(lead.change().samplingSdPts() * 30 / 40, EXACTLY);
    }

    @Test
    void oneWaveAloneIsTheSameAsAmongAll() {
        Series series = series("E14000837").get(0);

        for (int place = 0; place < series.polls().size(); place++) {
            Wave alone = series.wave(place, "ld", Figures.HEADLINE);
            Wave among = series.waves("ld", Figures.HEADLINE).get(place);
            assertThat(alone.changes()).isEqualTo(among.changes());
            assertThat(alone.leadChange()).isEqualTo(among.leadChange());
        }
    }

    @Test
    void theLeadIsThatOfWhoeverIsAheadInTheLastWaveUnlessAPartyIsNamed() {
        assertThat(waves(RealData.HALLAM, null))
                .allSatisfy(wave -> assertThat(wave.lead().option()).isEqualTo("lab"));
    }

    @Test
    void anotherPollsterOrQuestionIsNoWave() {
        List<Series> series = Series.of(RealPolls.asked(List.of(
                HALLAM.get(0),
                HALLAM.get(1),
                RealPolls.ofSeat("ICM", RealData.HALLAM, "2015-05-03", constituency("ld", 42, "lab", 35)),
                RealPolls.ofSeat(
                        RealPolls.ASHCROFT,
                        RealData.HALLAM,
                        "2015-05-03",
                        Asked.headline(Question.STANDARD, RealPolls.shares("ld", 26, "lab", 36))))));

        assertThat(series).extracting(each -> each.polls().size()).containsExactlyInAnyOrder(1, 2, 1);
    }

    @Test
    void pollsOfUnknownPollstersFollowNothing() {
        assertThat(Series.of(RealPolls.asked(RealPolls.ofMembers(Basis.RAW)))).isEmpty();
    }

    @Test
    void aTrendRunsOverAllWaves() {
        Trend trend = Trend.of(Series.of(RealPolls.asked(HALLAM)).get(0), "ld", Figures.HEADLINE);

        // 118 days lie between the ends of fieldwork; of two waves the line goes through both.
        assertThat(trend.lead().change().pts()).isCloseTo(1, EXACTLY);
        assertThat(trend.lead().per30DaysPts()).isCloseTo(30 / 118.0, EXACTLY);
        assertThat(trend.lead().per30DaysSdPts()).isNull();
        assertThat(trend.shares()).extracting(line -> line.change().option()).contains("ld", "green");
    }

    @Test
    void theTrendOfManyWavesIsTheirLeastSquaresLine() {
        List<Polled> yougov = RealPolls.asked(RealPolls.national()).stream()
                .filter(polled -> "YouGov".equals(polled.key().pollster()))
                .toList();
        Trend trend = Trend.of(Series.of(yougov).get(0), "lab", Figures.HEADLINE);
        Trend.Line liberals = trend.shares().stream()
                .filter(line -> line.change().option().equals("ld"))
                .findFirst()
                .orElseThrow();

        assertThat(trend.waves()).hasSizeGreaterThan(1200);
        assertThat(liberals.firstPts()).isEqualTo(21);
        assertThat(liberals.per30DaysPts()).isBetween(-0.2, -0.02);
    }

    @Test
    void oneWaveHasNoTrend() {
        assertThatExceptionOfType(Unanswerable.class)
                .isThrownBy(() -> Trend.seriesWith(series(RealData.CREWE)))
                .withMessage("The constituency question was asked once by Lord Ashcroft, and fieldwork ended on"
                        + " 2015-04-09.")
                .satisfies(refused -> assertThat(refused.lack()).isEqualTo(Unanswerable.Lack.SECOND_WAVE));
    }

    private static Asked constituency(Object... shares) {
        return Asked.headline(Question.CONSTITUENCY, RealPolls.shares(shares));
    }

    private static List<Wave> waves(String seat, String named) {
        return series(seat).get(0).waves(named, Figures.HEADLINE);
    }

    /** Lord Ashcroft's series of a seat. */
    private static List<Series> series(String seat) {
        return Series.of(RealPolls.asked(RealPolls.ofSeats()).stream()
                .filter(polled -> polled.key().pollster().equals(RealPolls.ASHCROFT))
                .filter(polled -> polled.key().area().code().equals(seat))
                .toList());
    }
}
