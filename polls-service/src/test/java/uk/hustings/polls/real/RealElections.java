package uk.hustings.polls.real;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.Election;
import uk.hustings.polls.seatref.domain.Party;

/** All elections of the source files with their results, in the codes of the suite. */
final class RealElections {

    private static final String THIRSK_AND_MALTON = "E14000993";
    private static final LocalDate THIRSK_POLLED = LocalDate.of(2010, 5, 27);

    private static final Map<String, String> OTHER_ABBREVIATIONS = Map.of(
            "UCUNF", "uup",
            "Res", "respect",
            "BRX", "brexit",
            "Brexit Party", "brexit",
            "RUK", "reform",
            "Commons Speaker", "spk",
            "Independent", "ind",
            "Independent 2 etc.", "ind");

    private static final Set<String> CODES = RealData.rows("parties.csv").stream()
            .map(row -> row.getField("code"))
            .collect(toUnmodifiableSet());

    private RealElections() {}

    /** @param contests by code of the seat */
    record Held(Election election, Map<String, Contest> contests) {}

    /** What one candidate got, or one party in an estimate. */
    private record Candidate(String party, int votes) {}

    static List<Held> all() {
        return Stream.of(
                        Stream.of(
                                general(LocalDate.of(2010, 5, 6), RealResults.BOUNDARIES_2010),
                                general(LocalDate.of(2015, 5, 7), RealResults.BOUNDARIES_2010),
                                general(LocalDate.of(2017, 6, 8), RealResults.BOUNDARIES_2010),
                                general(LocalDate.of(2019, 12, 12), RealResults.BOUNDARIES_2010),
                                general(LocalDate.of(2024, 7, 4), RealResults.BOUNDARIES_2024),
                                notional(LocalDate.of(2005, 5, 5), RealResults.BOUNDARIES_2010),
                                notional(LocalDate.of(2019, 12, 12), RealResults.BOUNDARIES_2024)),
                        byElections())
                .flatMap(Function.identity())
                .toList();
    }

    private static Held general(LocalDate day, String boundarySet) {
        String id = "ge" + day.getYear();
        Election election =
                new Election(id, "General election " + day.getYear(), "general", "actual", day, boundarySet);
        Map<String, List<NamedCsvRecord>> candidates = bySeat("elections/%s_candidates.csv".formatted(id));
        return new Held(
                election,
                RealData.rows("elections/%s_constituencies.csv".formatted(id)).stream()
                        .collect(toMap(
                                row -> row.getField("ons_id"),
                                row -> declared(election, row, candidates.get(row.getField("ons_id"))))));
    }

    private static Stream<Held> byElections() {
        Map<String, List<NamedCsvRecord>> candidates = RealData.rows("elections/by_elections_candidates.csv").stream()
                .collect(groupingBy(RealElections::byElectionId));
        return RealData.rows("elections/by_elections.csv").stream().map(row -> {
            Election election = new Election(
                    byElectionId(row),
                    "%s by-election".formatted(row.getField("constituency_name")),
                    "by-election",
                    "actual",
                    LocalDate.parse(row.getField("by_election_date")),
                    RealResults.BOUNDARIES_2010);
            return new Held(
                    election, Map.of(row.getField("ons_id"), declared(election, row, candidates.get(election.id()))));
        });
    }

    private static Held notional(LocalDate day, String boundarySet) {
        int year = day.getYear();
        Election election = new Election(
                "ge%d-notional-%s".formatted(year, boundarySet),
                "General election %d, notional on the boundaries of %s".formatted(year, boundarySet),
                "general",
                "notional",
                day,
                boundarySet);
        Map<String, Contest> contests =
                bySeat("elections/notional_%d_on_%s_boundaries.csv".formatted(year, boundarySet)).entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                seat -> contest(
                                        election,
                                        day,
                                        seat.getValue().stream()
                                                .map(row -> new Candidate(code(row), votes(row)))
                                                .filter(party -> party.votes > 0)
                                                .toList())));
        return new Held(election, contests);
    }

    private static Contest declared(Election election, NamedCsvRecord result, List<NamedCsvRecord> candidates) {
        boolean putOff =
                election.id().equals("ge2010") && result.getField("ons_id").equals(THIRSK_AND_MALTON);
        return contest(
                election,
                putOff ? THIRSK_POLLED : election.pollingDay(),
                candidates.stream()
                        .map(row -> new Candidate(code(row, result), votes(row)))
                        .toList());
    }

    private static Contest contest(Election election, LocalDate day, List<Candidate> candidates) {
        return new Contest(
                election.id(),
                day,
                election.isNotional(),
                candidates.stream().mapToInt(Candidate::votes).sum(),
                candidates.stream().collect(toMap(Candidate::party, Candidate::votes, Integer::sum)),
                candidates.stream()
                        .max(Comparator.comparingInt(Candidate::votes))
                        .orElseThrow()
                        .party());
    }

    /** Candidates of 2010 whose votes the file of constituencies counts for the Ulster Unionists stand as independents. */
    private static String code(NamedCsvRecord candidate, NamedCsvRecord result) {
        String unionist = result.getField("uup");
        boolean joint =
                code(candidate).equals("ind") && !unionist.equals("0") && unionist.equals(candidate.getField("votes"));
        return joint ? "uup" : code(candidate);
    }

    private static String code(NamedCsvRecord row) {
        String abbreviation = row.getField("party_abbreviation");
        String code = OTHER_ABBREVIATIONS.getOrDefault(abbreviation, abbreviation.toLowerCase(Locale.ROOT));
        return CODES.contains(code) ? code : Party.OTHER;
    }

    private static int votes(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("votes"));
    }

    private static String byElectionId(NamedCsvRecord row) {
        return "by-%s-%s".formatted(row.getField("by_election_date"), row.getField("ons_id"));
    }

    private static Map<String, List<NamedCsvRecord>> bySeat(String file) {
        return RealData.rows(file).stream().collect(groupingBy(row -> row.getField("ons_id")));
    }
}
