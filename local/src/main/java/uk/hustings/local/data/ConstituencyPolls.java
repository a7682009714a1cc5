package uk.hustings.local.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Polls of single seats in 2014-15. Of how many were asked the source tells only the weighted count who named a party. */
final class ConstituencyPolls {

    static final String FILE = "constituency_polls_2014_2015.csv";

    private static final List<String> PARTIES = List.of("con", "lab", "ld", "snp", "pc", "green", "ukip", "other");

    /** First letter of the codes of the only seats in which a party stands. */
    private static final Map<String, String> STANDS_ONLY_IN = Map.of("snp", "S", "pc", "W");

    private final Path folder;

    ConstituencyPolls(Path folder) {
        this.folder = folder;
    }

    List<PollRow> read() {
        return SourceRow.of(folder.resolve(FILE)).stream()
                .map(ConstituencyPolls::poll)
                .toList();
    }

    private static PollRow poll(SourceRow source) {
        PollRow row = asked(source)
                .with("weightedBase", source.text("respondents_naming_a_party"))
                .withSharesOf(source, PARTIES);
        for (Map.Entry<String, String> stands : STANDS_ONLY_IN.entrySet()) {
            String column = stands.getKey() + "Pct";
            // The source holds 0.0 for a party that does not stand in that country; did-not-stand is absent, not
            // nought.
            if (!source.text("ons_id").startsWith(stands.getValue())
                    && row.cell(column).equals("0.0")) {
                row = row.with(column, "");
            }
        }
        return row;
    }

    /** What was asked, where and when, without the answers and how many gave one. */
    static PollRow asked(SourceRow source) {
        return PollRow.publicPoll(source.text("pollster"), "", source.text("question"))
                .inSeat(source.text("ons_id"))
                .fielded(source.text("fieldwork_start"), source.text("fieldwork_end"));
    }
}
