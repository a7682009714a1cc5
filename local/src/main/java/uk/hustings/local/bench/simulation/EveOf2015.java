package uk.hustings.local.bench.simulation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.hustings.local.data.SeatResults;
import uk.hustings.local.data.SeatResults.SeatResult;
import uk.hustings.local.data.SourceRow;
import uk.hustings.polls.average.domain.NationalPoll;
import uk.hustings.polls.forecast.ParameterFiles;
import uk.hustings.polls.forecast.domain.BaselineSeat;
import uk.hustings.polls.forecast.domain.ForecastInputs;
import uk.hustings.polls.forecast.domain.SeatPoll;

/** What was known of the general election of 2015 on the eve of it, from the files in {@code data/}. */
public final class EveOf2015 {

    private static final LocalDate EVE = LocalDate.of(2015, 5, 6);
    private static final List<String> NATIONAL = List.of("con", "lab", "ld", "ukip", "green");
    /** First letter of the codes of the only seats in which a party stands. */
    private static final Map<String, String> STANDS_ONLY_IN = Map.of("snp", "S", "pc", "W");

    private static final String OTHER = "other";
    private static final double USUAL_SAMPLE = 1_000;
    private static final double WHOLE_ELECTORATE = 1e9;

    private final Path data;

    /** @param data the project's {@code data} folder */
    public EveOf2015(Path data) {
        this.data = data;
    }

    public ForecastInputs inputs() {
        SeatResults results = new SeatResults(data);
        List<SeatPoll> seatPolls = new ArrayList<>(seatPolls());
        results.ofByElections().stream()
                .filter(result -> !result.pollingDay().isAfter(EVE))
                .map(EveOf2015::byElection)
                .forEach(seatPolls::add);
        return new ForecastInputs(
                EVE,
                results.of2010().stream().map(EveOf2015::baseline).toList(),
                nationalPolls(),
                seatPolls,
                Map.of(),
                Map.of(),
                ParameterFiles.newest().parameters());
    }

    private static BaselineSeat baseline(SeatResult result) {
        String winner = result.votes().entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElseThrow();
        return new BaselineSeat(
                result.seatCode(),
                result.regionCode(),
                result.country(),
                !result.country().equals("Northern Ireland"),
                result.validVotes(),
                shares(result),
                winner.equals(OTHER) ? null : winner);
    }

    private static SeatPoll byElection(SeatResult result) {
        return new SeatPoll(
                result.electionId(),
                result.seatCode(),
                result.pollingDay(),
                SeatPoll.BY_ELECTION,
                WHOLE_ELECTORATE,
                shares(result));
    }

    private static Map<String, Double> shares(SeatResult result) {
        Map<String, Double> shares = new TreeMap<>();
        result.votes().forEach((party, votes) -> shares.put(party, 100.0 * votes / result.validVotes()));
        return shares;
    }

    private List<NationalPoll> nationalPolls() {
        return SourceRow.of(data.resolve("polls/gb_polls_2010_2015.csv")).stream()
                .filter(row -> row.day("fieldwork_end") != null)
                .map(row -> new NationalPoll(
                        "%05d".formatted(row.number("source_row")),
                        row.day("fieldwork_end"),
                        row.text("pollster"),
                        row.number("sample_size") == null ? USUAL_SAMPLE : row.number("sample_size"),
                        shares(row, NATIONAL)))
                .toList();
    }

    private List<SeatPoll> seatPolls() {
        return SourceRow.of(data.resolve("polls/constituency_polls_2014_2015.csv")).stream()
                .map(row -> new SeatPoll(
                        row.text("poll_id"),
                        row.text("ons_id"),
                        row.day("fieldwork_end"),
                        row.text("pollster"),
                        Double.parseDouble(row.text("respondents_naming_a_party")),
                        shares(row, standing(row.text("ons_id")))))
                .toList();
    }

    private static List<String> standing(String seatCode) {
        List<String> standing = new ArrayList<>(NATIONAL);
        STANDS_ONLY_IN.forEach((party, country) -> {
            if (seatCode.startsWith(country)) {
                standing.add(party);
            }
        });
        return standing;
    }

    private static Map<String, Double> shares(SourceRow row, List<String> parties) {
        Map<String, Double> shares = new TreeMap<>();
        for (String party : parties) {
            String pct = row.text(party + "_pct");
            if (!pct.isEmpty()) {
                shares.put(party, Double.valueOf(pct));
            }
        }
        return shares;
    }
}
