package uk.hustings.polls.real;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The national polls of the source files as an import. */
public final class RealNationalPolls {

    private static final List<String> PARTIES = List.of("con", "lab", "ld", "ukip", "green");

    private RealNationalPolls() {}

    /** The polls of the Parliament of 2010 to 2015; of two that nothing tells apart the first. */
    public static String of2010To2015() {
        Set<String> keys = new HashSet<>();
        return RealData.COLUMNS
                + ",geography,otherPct"
                + PARTIES.stream().map(party -> "," + party + "Pct").collect(Collectors.joining())
                + "\n"
                + RealData.rows("polls/gb_polls_2010_2015.csv").stream()
                        .filter(row -> keys.add(key(row)))
                        .map(RealNationalPolls::poll)
                        .collect(Collectors.joining());
    }

    private static String key(NamedCsvRecord row) {
        return List.of("pollster", "client", "geography", "fieldwork_start", "fieldwork_end").stream()
                .map(row::getField)
                .collect(Collectors.joining(","));
    }

    private static String poll(NamedCsvRecord row) {
        double named = PARTIES.stream()
                .map(party -> row.getField(party + "_pct"))
                .filter(pct -> !pct.isEmpty())
                .mapToDouble(Double::parseDouble)
                .sum();
        return "%s,%s,adults,standard,,%s,%s,public,%s,%s,%s"
                        .formatted(
                                row.getField("pollster"),
                                '"' + row.getField("client") + '"',
                                row.getField("fieldwork_start"),
                                row.getField("fieldwork_end"),
                                row.getField("sample_size"),
                                row.getField("geography").equals("UK") ? "uk" : "gb",
                                Math.max(0, Math.round((100 - named) * 100) / 100.0))
                + PARTIES.stream()
                        .map(party -> "," + row.getField(party + "_pct"))
                        .collect(Collectors.joining())
                + "\n";
    }
}
