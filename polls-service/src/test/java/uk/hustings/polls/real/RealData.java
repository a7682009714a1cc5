package uk.hustings.polls.real;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The source files under {@code data/}. */
public final class RealData {

    public static final String CREWE = "E14000653";
    public static final String EXETER = "E14000698";
    public static final String HALLAM = "E14000922";
    public static final String STOKE_NORTH = "E14000973";

    /** Region of Exeter. */
    public static final String SOUTH_WEST = "E12000009";

    private static final Path FOLDER = Path.of("..", "data");

    /** What every import begins with. */
    public static final String COLUMNS =
            "pollster,client,population,question,seatCode,fieldworkStart,fieldworkEnd,visibility,sampleSize";

    private static final List<String> PARTIES = List.of("con", "lab", "ld", "snp", "pc", "green", "ukip", "other");

    private RealData() {}

    public static List<NamedCsvRecord> rows(String file) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
            return rows.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The 187 public polls of 2014-15 as an import. */
    public static String constituencyPolls() {
        return COLUMNS
                + PARTIES.stream().map(party -> "," + party + "Pct").collect(Collectors.joining())
                + "\n"
                + rows("polls/constituency_polls_2014_2015.csv").stream()
                        .map(RealData::constituencyPoll)
                        .collect(Collectors.joining());
    }

    /** The twelve private polls of 2016 as an import; eight have figures, of four only the leader is reported. */
    public static String memberPolls() {
        return COLUMNS
                + ",smithPct,corbynPct,dontKnowPct,speaker,statementOption\n"
                + rows("polls/labour_leadership_2016_private_polls.csv").stream()
                        .map(RealData::memberPoll)
                        .collect(Collectors.joining());
    }

    private static String memberPoll(NamedCsvRecord row) {
        boolean figures = !row.getField("smith_pct").isEmpty();
        return ",,party-members,%s,%s,,,private,,%s,%s,%s,%s,%s\n"
                .formatted(
                        figures ? "members-ballot" : "",
                        row.getField("ons_id"),
                        row.getField("smith_pct"),
                        row.getField("corbyn_pct"),
                        row.getField("undecided_pct"),
                        figures ? "" : row.getField("reported_by_mp"),
                        figures ? "" : row.getField("reported_leader"));
    }

    private static String constituencyPoll(NamedCsvRecord row) {
        String asked = Stream.of(
                        row.getField("pollster"),
                        "",
                        "adults",
                        row.getField("question"),
                        row.getField("ons_id"),
                        row.getField("fieldwork_start"),
                        row.getField("fieldwork_end"),
                        "public",
                        row.getField("respondents_naming_a_party"))
                .collect(Collectors.joining(","));
        return asked + PARTIES.stream().map(party -> "," + share(row, party)).collect(Collectors.joining()) + "\n";
    }

    /** The source holds 0.0 for parties that stand only in Scotland or Wales everywhere else. */
    private static String share(NamedCsvRecord row, String party) {
        String share = row.getField(party + "_pct");
        String standsOnlyIn = Map.of("snp", "S", "pc", "W").getOrDefault(party, "");
        return row.getField("ons_id").startsWith(standsOnlyIn) ? share : "";
    }
}
