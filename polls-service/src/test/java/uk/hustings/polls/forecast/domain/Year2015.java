package uk.hustings.polls.forecast.domain;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import uk.hustings.polls.average.domain.NationalPoll;
import uk.hustings.polls.forecast.ParameterFiles;
import uk.hustings.polls.real.RealData;
import uk.hustings.polls.real.RealResults;
import uk.hustings.polls.seatref.domain.SeatBook;

/** What was known of the general election of 2015 on the eve of it, from the source files. */
final class Year2015 {

    static final LocalDate EVE = LocalDate.of(2015, 5, 6);

    static final ForecastParameters PARAMETERS = ParameterFiles.newest().parameters();

    private static final List<String> PARTIES = List.of("con", "lab", "ld", "ukip", "green", "snp", "pc");

    private Year2015() {}

    static ForecastInputs inputs() {
        return inputs(RealResults.seats(), EVE, PARAMETERS);
    }

    static ForecastInputs inputs(SeatBook book, LocalDate asOf, ForecastParameters parameters) {
        StartingPoint start =
                StartingPoint.of(book, RealResults.BOUNDARIES_2010, asOf).orElseThrow();
        List<SeatPoll> seatPolls = new ArrayList<>(start.byElections());
        seatPolls.addAll(seatPolls());
        return new ForecastInputs(
                asOf, start.seats(), nationalPolls(), seatPolls, Map.of(), Map.<String, Set<String>>of(), parameters);
    }

    static List<NationalPoll> nationalPolls() {
        List<NationalPoll> polls = new ArrayList<>();
        for (NamedCsvRecord row : RealData.rows("polls/gb_polls_2010_2015.csv")) {
            if (row.getField("fieldwork_end").isEmpty()) {
                continue;
            }
            Map<String, Double> shares = new TreeMap<>();
            for (String party : List.of("con", "lab", "ld", "ukip", "green")) {
                String pct = row.getField(party + "_pct");
                if (!pct.isEmpty()) {
                    shares.put(party, Double.valueOf(pct));
                }
            }
            String size = row.getField("sample_size");
            polls.add(new NationalPoll(
                    "%05d".formatted(Integer.parseInt(row.getField("source_row"))),
                    LocalDate.parse(row.getField("fieldwork_end")),
                    row.getField("pollster"),
                    size.isEmpty() ? 1000 : Double.parseDouble(size),
                    shares));
        }
        return polls;
    }

    static List<SeatPoll> seatPolls() {
        List<SeatPoll> polls = new ArrayList<>();
        for (NamedCsvRecord row : RealData.rows("polls/constituency_polls_2014_2015.csv")) {
            Map<String, Double> shares = new TreeMap<>();
            for (String party : PARTIES) {
                String country = Map.of("snp", "S", "pc", "W").getOrDefault(party, "");
                if (row.getField("ons_id").startsWith(country)) {
                    shares.put(party, Double.valueOf(row.getField(party + "_pct")));
                }
            }
            polls.add(new SeatPoll(
                    row.getField("poll_id"),
                    row.getField("ons_id"),
                    LocalDate.parse(row.getField("fieldwork_end")),
                    row.getField("pollster"),
                    Double.parseDouble(row.getField("respondents_naming_a_party")),
                    shares));
        }
        return polls;
    }
}
