package uk.hustings.local.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Voting intention in Great Britain, as PollBase collected it. Parties that it does not name share what is left. */
final class NationalPolls {

    private static final String POLLBASE = "Mark Pack, PollBase, www.markpack.org.uk/opinion-polls";

    private static final List<String> PARTIES_OF_2010_TO_2015 = List.of("con", "lab", "ld", "ukip", "green", "bnp");
    private static final List<String> PARTIES_OF_2021_TO_2023 = List.of("con", "lab", "ld", "green", "reform");

    /**
     * The sheet's row of ICM's last poll of 2015 as it stood while people were still being asked; the next row is the
     * same poll with everybody in it.
     */
    private static final Set<String> PRELIMINARY = Set.of("2084");

    private final Path folder;

    NationalPolls(Path folder) {
        this.folder = folder;
    }

    /** From the general election of 2010 to that of 2015. */
    List<PollRow> of2010To2015() {
        return oneOfEachKey(SourceRow.of(folder.resolve("gb_polls_2010_2015.csv")).stream()
                .filter(row -> !PRELIMINARY.contains(row.text("source_row")))
                .map(row -> PollRow.publicPoll(row.text("pollster"), row.text("client"), "standard")
                        .with("geography", row.text("geography").equals("UK") ? "uk" : "gb")
                        .fielded(row.text("fieldwork_start"), row.text("fieldwork_end"))
                        .by(row.text("mode"))
                        .with("sampleSize", row.text("sample_size"))
                        .with("source", "%s, sheet 10-15, row %s".formatted(POLLBASE, row.text("source_row")))
                        .withSharesOf(row, PARTIES_OF_2010_TO_2015)
                        .withTheRestAsOthers())
                .toList());
    }

    /** From January 2021 to July 2023. The source tells the first day of fieldwork only. */
    List<PollRow> of2021To2023() {
        return oneOfEachKey(SourceRow.of(folder.resolve("gb_polls_2021_2023.csv")).stream()
                .map(row -> PollRow.publicPoll(row.text("pollster"), "", "standard")
                        .with("geography", "gb")
                        .fielded(row.text("fieldwork_start"), "")
                        .with("source", POLLBASE + ", by way of jwhandley/UK-Polling-Average")
                        .withSharesOf(row, PARTIES_OF_2021_TO_2023)
                        .withTheRestAsOthers())
                .toList());
    }

    /** Where the source tells nothing that would keep two polls apart, the first stands for both. */
    private static List<PollRow> oneOfEachKey(List<PollRow> rows) {
        Map<List<String>, PollRow> first = new LinkedHashMap<>();
        rows.forEach(row -> first.putIfAbsent(row.key(), row));
        return List.copyOf(first.values());
    }
}
