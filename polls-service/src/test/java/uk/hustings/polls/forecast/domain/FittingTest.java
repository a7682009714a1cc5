package uk.hustings.polls.forecast.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.average.domain.AverageParameters;
import uk.hustings.polls.average.domain.ShareScale;
import uk.hustings.polls.forecast.domain.Fitting.LeadErrors;
import uk.hustings.polls.forecast.domain.Fitting.SeatChanges;
import uk.hustings.polls.real.RealData;
import uk.hustings.polls.real.RealResults;
import uk.hustings.polls.seatref.domain.Election;
import uk.hustings.polls.seatref.domain.Seat;

/** The kept parameters are those that the fitting code finds in the data that they name. */
class FittingTest {

    private static final ForecastParameters KEPT = Year2015.PARAMETERS;
    private static final List<String> LARGE = List.of("con", "lab", "ld");

    @Test
    void finalPollsHaveMissedTheLeadByThisMuch() {
        Map<String, List<Double>> errors = RealData.rows("polls/final_poll_errors_1945_2010.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("election"),
                        TreeMap::new,
                        Collectors.mapping(
                                row -> Double.valueOf(row.getField("lab_minus_con_error_pts")), Collectors.toList())));

        LeadErrors fitted = Fitting.leadErrors(errors);

        assertThat(errors).hasSize(18);
        assertThat(fitted.bias()).isCloseTo(KEPT.leadBiasPts(), within(0.1));
        assertThat(fitted.sd()).isCloseTo(3.75, within(0.1));
        assertThat(fitted.national(34, 33)).isCloseTo(KEPT.national(), within(0.001));
    }

    @Test
    void seatsHaveChangedApartFromTheCountryByThisMuch() {
        List<SeatChanges> large = LARGE.stream().map(FittingTest::changes).toList();

        assertThat(rootMeanSquare(large.stream().map(SeatChanges::seatSd).toList()))
                .isCloseTo(KEPT.seatSd(), within(0.1));
        assertThat(rootMeanSquare(large.stream().map(SeatChanges::regionSd).toList()))
                .isCloseTo(KEPT.regionSd(), within(0.1));
        double kurtosis =
                large.stream().mapToDouble(SeatChanges::kurtosis).average().orElseThrow();
        assertThat(4 + 6 / (kurtosis - 3)).isCloseTo(KEPT.seatDegrees(), within(0.5));
    }

    @Test
    void changesHaveDependedOnStrengthByThisMuch() {
        List<Double> slopes = List.of("con", "lab", "ld", "ukip", "green", "snp", "pc").stream()
                .map(FittingTest::changes)
                .map(SeatChanges::slope)
                .toList();

        assertThat(rootMeanSquare(slopes)).isCloseTo(KEPT.slopeSd(), within(0.01));
    }

    @Test
    void pollsOfSeatsHaveMissedTheNextVoteByThisMuch() {
        List<double[]> errors = byElectionErrors();
        double sampling = KEPT.average().designEffect() * 2400 / 700;

        double total = Fitting.seatPollSd(errors);

        assertThat(errors).hasSize(104);
        assertThat(Math.sqrt(total * total - sampling)).isCloseTo(KEPT.seatPollSd(), within(0.1));
    }

    @Test
    void seatsHaveMovedBetweenPollsByThisMuch() {
        List<SeatPoll> repeated = Year2015.seatPolls().stream()
                .filter(poll ->
                        poll.house().equals("Lord Ashcroft") && !poll.seat().startsWith("S"))
                .toList();

        double fitted = Fitting.seatDriftSd(repeated, Year2015.nationalPolls(), KEPT.average());

        assertThat(fitted).isCloseTo(KEPT.seatDriftSd(), within(0.01));
    }

    @Test
    void noNeighbourOnTheGridExplainsThePollsBetterByMuch() {
        AverageParameters kept = KEPT.average();
        List<AverageParameters> grid = List.of(
                kept,
                new AverageParameters(kept.designEffect(), 1.2, kept.houseMemoryDays(), kept.driftSd()),
                new AverageParameters(kept.designEffect(), kept.houseSd(), 365, kept.driftSd()),
                new AverageParameters(kept.designEffect(), kept.houseSd(), kept.houseMemoryDays(), 0.1),
                new AverageParameters(kept.designEffect(), kept.houseSd(), kept.houseMemoryDays(), 0.2));

        assertThat(Fitting.average(Year2015.nationalPolls(), LocalDate.of(2014, 12, 31), grid))
                .isEqualTo(kept);
    }

    private static SeatChanges changes(String party) {
        String notional = RealResults.seats().generalElections(RealResults.BOUNDARIES_2010).stream()
                .filter(Election::isNotional)
                .findFirst()
                .orElseThrow()
                .id();
        Map<String, Double> before = new TreeMap<>();
        Map<String, Double> after = new TreeMap<>();
        Map<String, String> regions = new TreeMap<>();
        for (Seat seat : RealResults.seats().seats(RealResults.BOUNDARIES_2010)) {
            if (seat.isInGreatBritain()) {
                String code = seat.code().value();
                regions.put(code, seat.regionName());
                pct(seat, notional, party, before);
                pct(seat, "ge2010", party, after);
            }
        }
        return Fitting.seatChanges(before, after, regions, List.of("Scotland"));
    }

    private static void pct(Seat seat, String election, String party, Map<String, Double> shares) {
        seat.contestOf(election)
                .flatMap(contest -> contest.pctOf(party))
                .ifPresent(pct -> shares.put(seat.code().value(), pct.doubleValue()));
    }

    private static List<double[]> byElectionErrors() {
        List<NamedCsvRecord> rows = RealData.rows("polls/by_election_polls_2011_2019.csv").stream()
                .filter(row -> row.getField("by_election_date").compareTo("2015") < 0)
                .toList();
        List<double[]> errors = new ArrayList<>();
        for (NamedCsvRecord poll : rows) {
            NamedCsvRecord result = rows.stream()
                    .filter(row -> row.getField("row_type").equals("by_election_result")
                            && row.getField("ons_id").equals(poll.getField("ons_id"))
                            && row.getField("by_election_date").equals(poll.getField("by_election_date")))
                    .findFirst()
                    .orElseThrow();
            for (String party : List.of("con", "lab", "ld", "ukip", "green")) {
                String said = poll.getField(party + "_pct");
                String voted = result.getField(party + "_pct");
                if (poll.getField("row_type").equals("poll") && !said.isEmpty() && !voted.isEmpty()) {
                    double vote = Double.parseDouble(voted);
                    errors.add(new double[] {Double.parseDouble(said) - vote, vote});
                }
            }
        }
        return errors;
    }

    private static double rootMeanSquare(List<Double> values) {
        return Math.sqrt(
                values.stream().mapToDouble(value -> value * value).average().orElseThrow());
    }

    @Test
    void anErrorIsLargestInTheMiddle() {
        assertThat(ShareScale.of(40)).isEqualTo(1);
        assertThat(ShareScale.of(10)).isCloseTo(0.612, within(0.001));
        assertThat(ShareScale.of(0)).isEqualTo(ShareScale.of(1.5));
    }
}
