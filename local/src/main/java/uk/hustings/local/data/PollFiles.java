package uk.hustings.local.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The polls of the demo in the form that the API imports. */
final class PollFiles {

    private static final String UNKNOWN = "";

    private static final List<String> WHAT_WAS_ASKED = List.of(
            "pollster",
            "client",
            "population",
            "question",
            "seatCode",
            "fieldworkStart",
            "fieldworkEnd",
            "visibility",
            "sampleSize");

    private static final List<String> PARTIES = List.of("con", "lab", "ld", "snp", "pc", "green", "ukip", "other");

    /** First letter of the codes of the only seats in which a party stands. */
    private static final Map<String, String> STANDS_ONLY_IN = Map.of("snp", "S", "pc", "W");

    private final Path folder;

    PollFiles(Path folder) {
        this.folder = folder;
    }

    /** Public polls of 2014-15. The sample size is the weighted count of those who named a party, as in the source. */
    CsvBody constituencyPolls() {
        CsvBody csv = new CsvBody(header(PARTIES.stream().map(party -> party + "Pct")));
        SourceRow.of(folder.resolve("constituency_polls_2014_2015.csv"))
                .forEach(row -> csv.row(cells(
                        Stream.of(
                                row.text("pollster"),
                                UNKNOWN,
                                "adults",
                                row.text("question"),
                                row.text("ons_id"),
                                row.text("fieldwork_start"),
                                row.text("fieldwork_end"),
                                "public",
                                row.text("respondents_naming_a_party")),
                        PARTIES.stream().map(sharesOf(row)))));
        return csv;
    }

    /** Private polls of party members in 2016. Who took them, when, and how many were asked was never told. */
    CsvBody memberPolls() {
        CsvBody csv = new CsvBody(header(Stream.of("smithPct", "corbynPct", "dontKnowPct")));
        SourceRow.of(folder.resolve("labour_leadership_2016_private_polls.csv"))
                .forEach(row -> csv.row(cells(
                        Stream.of(
                                UNKNOWN,
                                UNKNOWN,
                                "party-members",
                                "members-ballot",
                                row.text("ons_id"),
                                UNKNOWN,
                                UNKNOWN,
                                "private",
                                UNKNOWN),
                        Stream.of(row.text("smith_pct"), row.text("corbyn_pct"), row.text("undecided_pct")))));
        return csv;
    }

    /** The source holds 0.0 for a party that does not stand in that country; did-not-stand is absent, not nought. */
    private static Function<String, String> sharesOf(SourceRow row) {
        return party -> {
            String country = STANDS_ONLY_IN.get(party);
            String share = row.text(party + "_pct");
            boolean standsHere = country == null || row.text("ons_id").startsWith(country);
            return standsHere || !share.equals("0.0") ? share : UNKNOWN;
        };
    }

    private static List<String> header(Stream<String> shares) {
        return Stream.concat(WHAT_WAS_ASKED.stream(), shares).toList();
    }

    private static List<String> cells(Stream<String> asked, Stream<String> shares) {
        List<String> cells = new ArrayList<>(asked.toList());
        shares.forEach(cells::add);
        return cells;
    }
}
