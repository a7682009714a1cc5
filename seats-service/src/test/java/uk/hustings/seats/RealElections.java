package uk.hustings.seats;

import static java.util.stream.Collectors.groupingBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.hustings.seats.election.domain.Declaration;
import uk.hustings.seats.election.domain.Declaration.Candidate;
import uk.hustings.seats.election.domain.Declaration.Count;
import uk.hustings.seats.party.domain.Party;

/** The project's real results, actual and notional, as somebody declares them. */
public final class RealElections {

    private static final String SOURCE = "House of Commons Library, ukparliament/psephology";
    private static final String THIRSK_AND_MALTON = "E14000993";

    private static final Set<String> CODES = Set.of(
            "con lab ld snp pc green ukip brexit reform dup sf sdlp uup apni tuv respect wpb khhc spk ind".split(" "));

    private static final Map<String, String> OTHER_ABBREVIATIONS = Map.of(
            "UCUNF", "uup",
            "Res", "respect",
            "BRX", "brexit",
            "Brexit Party", "brexit",
            "RUK", "reform",
            "Commons Speaker", "spk",
            "Independent", "ind",
            "Independent 2 etc.", "ind");

    private RealElections() {}

    /** In the order of their polling days. */
    public static List<Declaration> all() {
        return Stream.of(generalElections(), byElections(), notionalResults())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Declaration::pollingDay).thenComparing(Declaration::electionId))
                .toList();
    }

    /** From 2010 to 2024. */
    public static List<Declaration> generalElections() {
        return Stream.of(
                        LocalDate.of(2010, 5, 6),
                        LocalDate.of(2015, 5, 7),
                        LocalDate.of(2017, 6, 8),
                        LocalDate.of(2019, 12, 12),
                        LocalDate.of(2024, 7, 4))
                .map(RealElections::generalElection)
                .toList();
    }

    static Declaration generalElection(LocalDate pollingDay) {
        String id = "ge" + pollingDay.getYear();
        Map<String, List<NamedCsvRecord>> candidates =
                RealData.rows("elections/%s_candidates.csv".formatted(id)).stream()
                        .collect(groupingBy(row -> row.getField("ons_id")));
        List<Count> counts = RealData.rows("elections/%s_constituencies.csv".formatted(id)).stream()
                .map(row -> count(row, putOff(row, id), candidates.get(row.getField("ons_id"))))
                .toList();
        return new Declaration(
                id,
                "General election " + pollingDay.getYear(),
                "general",
                pollingDay,
                pollingDay.getYear() < 2024 ? RealData.BOUNDARIES_2010 : RealData.BOUNDARIES_2024,
                "actual",
                SOURCE,
                null,
                counts);
    }

    private static LocalDate putOff(NamedCsvRecord row, String election) {
        return election.equals("ge2010") && row.getField("ons_id").equals(THIRSK_AND_MALTON)
                ? LocalDate.of(2010, 5, 27)
                : null;
    }

    /** The 59 of the Parliaments from 2010 to 2024. */
    public static List<Declaration> byElections() {
        Map<String, List<NamedCsvRecord>> candidates = RealData.rows("elections/by_elections_candidates.csv").stream()
                .collect(groupingBy(RealElections::byElectionId));
        return RealData.rows("elections/by_elections.csv").stream()
                .map(row -> new Declaration(
                        byElectionId(row),
                        "%s by-election".formatted(row.getField("constituency_name")),
                        "by-election",
                        LocalDate.parse(row.getField("by_election_date")),
                        RealData.BOUNDARIES_2010,
                        "actual",
                        SOURCE,
                        LocalDate.parse(row.getField("writ_date")),
                        List.of(count(row, null, candidates.get(byElectionId(row))))))
                .toList();
    }

    /** All by-elections in one file, a row for each candidate. */
    public static String byElectionsCsv() {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(
                ("electionId,electionName,kind,electionDay,boundarySet,basis,source,writDay,seatCode,electorate,"
                                + "validVotes,invalidVotes,party,partyName,candidate,votes")
                        .split(","));
        for (Declaration election : byElections()) {
            Count count = election.counts().get(0);
            for (Candidate candidate : count.candidates()) {
                csv.writeRecord(Stream.of(
                                election.electionId(),
                                election.name(),
                                election.kind(),
                                election.pollingDay(),
                                election.boundarySet(),
                                election.basis(),
                                election.source(),
                                election.writDay(),
                                count.seatCode(),
                                count.electorate(),
                                count.validVotes(),
                                count.invalidVotes(),
                                candidate.party(),
                                candidate.partyName(),
                                candidate.name(),
                                candidate.votes())
                        .map(cell -> Objects.toString(cell, ""))
                        .toList());
            }
        }
        return text.toString();
    }

    private static String byElectionId(NamedCsvRecord row) {
        return "by-%s-%s".formatted(row.getField("by_election_date"), row.getField("ons_id"));
    }

    /** Of 2005 on the boundaries of 2010 and of 2019 on those of 2024. */
    public static List<Declaration> notionalResults() {
        return List.of(
                notional(LocalDate.of(2005, 5, 5), RealData.BOUNDARIES_2010),
                notional(LocalDate.of(2019, 12, 12), RealData.BOUNDARIES_2024));
    }

    private static Declaration notional(LocalDate pollingDay, String boundarySet) {
        int year = pollingDay.getYear();
        List<Count> counts = RealData.rows("elections/notional_%d_on_%s_boundaries.csv".formatted(year, boundarySet))
                .stream()
                .collect(groupingBy(row -> row.getField("ons_id"), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(RealElections::notionalCount)
                .toList();
        return new Declaration(
                "ge%d-notional-%s".formatted(year, boundarySet),
                "General election %d, notional on the boundaries of %s".formatted(year, boundarySet),
                "general",
                pollingDay,
                boundarySet,
                "notional",
                SOURCE,
                null,
                counts);
    }

    private static Count count(NamedCsvRecord row, LocalDate pollingDay, List<NamedCsvRecord> candidates) {
        return new Count(
                row.getField("ons_id"),
                pollingDay,
                number(row.getField("electorate")),
                number(row.getField("valid_votes")),
                number(row.getField("invalid_votes")),
                candidates.stream()
                        .map(candidate -> new Candidate(
                                code(candidate, row),
                                candidate.getField("party_name"),
                                (candidate.getField("candidate_first_name") + " "
                                                + candidate.getField("candidate_surname"))
                                        .strip(),
                                number(candidate.getField("votes")),
                                null))
                        .toList());
    }

    private static Count notionalCount(List<NamedCsvRecord> parties) {
        NamedCsvRecord first = parties.get(0);
        return new Count(
                first.getField("ons_id"),
                null,
                number(first.getField("electorate")),
                number(first.getField("valid_votes")),
                null,
                parties.stream()
                        .filter(party -> number(party.getField("votes")) > 0)
                        .map(party -> new Candidate(
                                code(party.getField("party_abbreviation")),
                                party.getField("party_name"),
                                null,
                                number(party.getField("votes")),
                                null))
                        .toList());
    }

    /** Candidates of 2010 whose votes the file of constituencies counts for the Ulster Unionists stand as independents. */
    private static String code(NamedCsvRecord candidate, NamedCsvRecord constituency) {
        String code = code(candidate.getField("party_abbreviation"));
        boolean jointUnionist = code.equals("ind")
                && !constituency.getField("uup").equals("0")
                && constituency.getField("uup").equals(candidate.getField("votes"));
        return jointUnionist ? "uup" : code;
    }

    private static String code(String abbreviation) {
        String code = OTHER_ABBREVIATIONS.getOrDefault(abbreviation, abbreviation.toLowerCase(Locale.ROOT));
        return CODES.contains(code) ? code : Party.OTHER;
    }

    private static Integer number(String cell) {
        return cell.isEmpty() ? null : Integer.valueOf(cell);
    }

    /** The body of an import; unlike a declaration it calls its counts contests. */
    public static Map<String, Object> body(Declaration declaration) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("electionId", declaration.electionId());
        body.put("name", declaration.name());
        body.put("kind", declaration.kind());
        body.put("pollingDay", declaration.pollingDay().toString());
        body.put("boundarySet", declaration.boundarySet());
        body.put("basis", declaration.basis());
        body.put("source", declaration.source());
        body.put("writDay", text(declaration.writDay()));
        body.put(
                "contests",
                declaration.counts().stream().map(RealElections::body).toList());
        return body;
    }

    private static Map<String, Object> body(Count count) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("seatCode", count.seatCode());
        body.put("pollingDay", text(count.pollingDay()));
        body.put("electorate", count.electorate());
        body.put("validVotes", count.validVotes());
        body.put("invalidVotes", count.invalidVotes());
        body.put("candidates", count.candidates());
        return body;
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
