package uk.hustings.seats;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Declaration;
import uk.hustings.seats.election.domain.Declaration.Candidate;
import uk.hustings.seats.election.domain.Declaration.Count;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.facts.domain.Records;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.domain.Centroid;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

/** The project's real seats and results, in the shapes that the imports and the domain take. */
public final class RealData {

    /** The boundaries of the general elections of 2010 to 2019. */
    public static final String BOUNDARIES_2010 = "2010";

    private static final Path DATA = Path.of("..", "data");
    private static final LocalDate END_OF_PARLIAMENT = LocalDate.of(2015, 5, 7);
    private static final String THIRSK_AND_MALTON = "E14000993";

    private static final Set<String> CODES =
            Set.of("con lab ld snp pc green ukip brexit reform dup sf sdlp uup apni tuv respect spk ind".split(" "));

    private static final Map<String, String> OTHER_ABBREVIATIONS = Map.of("UCUNF", "uup", "Res", "respect");

    private RealData() {}

    public static String partiesCsv() {
        try {
            return Files.readString(DATA.resolve("parties.csv"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static String seatsCsv() {
        StringBuilder csv = new StringBuilder(
                "boundarySet,seatCode,name,regionCode,regionName,country,county,type,electorate,centroidLat,centroidLon\n");
        for (Seat seat : seats()) {
            csv.append("%s,%s,\"%s\",%s,%s,%s,%s,%s,%d,%s,%s\n"
                    .formatted(
                            seat.boundarySet(),
                            seat.code(),
                            seat.name(),
                            seat.regionCode(),
                            seat.regionName(),
                            seat.country(),
                            seat.county(),
                            seat.type(),
                            seat.electorate(),
                            seat.centroid().lat(),
                            seat.centroid().lon()));
        }
        return csv.toString();
    }

    public static List<Seat> seats() {
        return rows("geography/constituencies_2010_2024.csv").stream()
                .map(row -> new Seat(
                        new SeatKey(BOUNDARIES_2010, SeatCode.fromString(row.getField("ons_id"))),
                        row.getField("ons_name"),
                        row.getField("ons_region_id"),
                        row.getField("region_name"),
                        row.getField("country_name"),
                        row.getField("county_name"),
                        row.getField("constituency_type"),
                        Integer.parseInt(row.getField("electorate_2010")),
                        new Centroid(
                                Double.parseDouble(row.getField("centroid_lat")),
                                Double.parseDouble(row.getField("centroid_lon"))),
                        null,
                        null))
                .toList();
    }

    public static Declaration generalElection2010() {
        return generalElection(LocalDate.of(2010, 5, 6), Map.of(THIRSK_AND_MALTON, LocalDate.of(2010, 5, 27)));
    }

    public static Declaration generalElection2015() {
        return generalElection(LocalDate.of(2015, 5, 7), Map.of());
    }

    private static Declaration generalElection(LocalDate pollingDay, Map<String, LocalDate> putOff) {
        String id = "ge" + pollingDay.getYear();
        Map<String, List<NamedCsvRecord>> candidates = rows("elections/%s_candidates.csv".formatted(id)).stream()
                .collect(groupingBy(row -> row.getField("ons_id")));
        List<Count> counts = rows("elections/%s_constituencies.csv".formatted(id)).stream()
                .map(row -> count(row, putOff.get(row.getField("ons_id")), candidates.get(row.getField("ons_id"))))
                .toList();
        return new Declaration(
                id,
                "General election " + pollingDay.getYear(),
                "general",
                pollingDay,
                BOUNDARIES_2010,
                null,
                null,
                null,
                counts);
    }

    /** By-elections of the Parliament of 2010 to 2015. */
    public static List<Declaration> byElections() {
        Function<NamedCsvRecord, String> key = row -> row.getField("by_election_date") + row.getField("ons_id");
        Map<String, List<NamedCsvRecord>> candidates =
                rows("elections/by_elections_candidates.csv").stream().collect(groupingBy(key));
        return rows("elections/by_elections.csv").stream()
                .filter(row -> LocalDate.parse(row.getField("by_election_date")).isBefore(END_OF_PARLIAMENT))
                .map(row -> {
                    String day = row.getField("by_election_date");
                    return new Declaration(
                            "by-%s-%s".formatted(day, row.getField("ons_id")),
                            "%s by-election".formatted(row.getField("constituency_name")),
                            "by-election",
                            LocalDate.parse(day),
                            BOUNDARIES_2010,
                            null,
                            null,
                            null,
                            List.of(count(row, null, candidates.get(key.apply(row)))));
                })
                .toList();
    }

    private static Count count(NamedCsvRecord row, LocalDate pollingDay, List<NamedCsvRecord> candidates) {
        return new Count(
                row.getField("ons_id"),
                pollingDay,
                number(row.getField("electorate")),
                number(row.getField("valid_votes")),
                number(row.getField("invalid_votes")),
                candidates.stream().map(RealData::candidate).toList());
    }

    private static Candidate candidate(NamedCsvRecord row) {
        String abbreviation = row.getField("party_abbreviation");
        String code = OTHER_ABBREVIATIONS.getOrDefault(abbreviation, abbreviation.toLowerCase(Locale.ROOT));
        return new Candidate(
                CODES.contains(code) ? code : Party.OTHER,
                row.getField("party_name"),
                (row.getField("candidate_first_name") + " " + row.getField("candidate_surname")).strip(),
                number(row.getField("votes")),
                null);
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
        body.put("contests", declaration.counts().stream().map(RealData::body).toList());
        return body;
    }

    private static Map<String, Object> body(Count count) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("seatCode", count.seatCode());
        body.put(
                "pollingDay",
                count.pollingDay() == null ? null : count.pollingDay().toString());
        body.put("electorate", count.electorate());
        body.put("validVotes", count.validVotes());
        body.put("invalidVotes", count.invalidVotes());
        body.put("candidates", count.candidates());
        return body;
    }

    /** The facts of 2010 to 2015, general election of 2015 left out. */
    public static Facts facts() {
        List<Declaration> declarations = new ArrayList<>(byElections());
        declarations.add(generalElection2010());
        return new Facts(
                1,
                new Records(
                        partyCodes().stream()
                                .map(code -> new Party(code, code, "#000000", List.of()))
                                .toList(),
                        seats(),
                        List.of(),
                        List.of(),
                        List.of(),
                        declarations.stream().map(Declaration::election).toList(),
                        declarations.stream()
                                .flatMap(declaration -> declaration.contests().stream())
                                .toList()));
    }

    public static Set<String> partyCodes() {
        return CsvReader.builder().ofNamedCsvRecord(partiesCsv()).stream()
                .map(row -> row.getField("code"))
                .collect(toSet());
    }

    /** Winner of each seat in 2010 as the source gives it, by seat. */
    public static Map<String, String> winners2010() {
        return rows("elections/ge2010_constituencies.csv").stream()
                .collect(toMap(row -> row.getField("ons_id"), row -> row.getField("first_party")
                        .toLowerCase(Locale.ROOT)));
    }

    private static List<NamedCsvRecord> rows(String file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(DATA.resolve(file))) {
            return csv.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
