package uk.hustings.seats;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Declaration;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.facts.domain.Records;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.domain.HolderEvent;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

/** The project's real data, in the shapes that the imports and the domain take. */
public final class RealData {

    /** The boundaries of the general elections of 2010 to 2019. */
    public static final String BOUNDARIES_2010 = "2010";

    /** The boundaries of the general election of 2024. */
    public static final String BOUNDARIES_2024 = "2024";

    private static final Path DATA = Path.of("..", "data");

    private RealData() {}

    public static String partiesCsv() {
        return text("parties.csv");
    }

    public static Set<String> partyCodes() {
        return rows("parties.csv").stream().map(row -> row.getField("code")).collect(toSet());
    }

    public static String seatsCsv() {
        return RealSeats.seatsCsv();
    }

    /** Of both boundary sets. */
    public static List<Seat> seats() {
        return RealSeats.seats();
    }

    public static Declaration generalElection2010() {
        return RealElections.generalElection(LocalDate.of(2010, 5, 6));
    }

    public static Declaration generalElection2015() {
        return RealElections.generalElection(LocalDate.of(2015, 5, 7));
    }

    /** The 59 of the Parliaments from 2010 to 2024. */
    public static List<Declaration> byElections() {
        return RealElections.byElections();
    }

    /** The body of an import. */
    public static Map<String, Object> body(Declaration declaration) {
        return RealElections.body(declaration);
    }

    public static String holderEventsCsv() {
        return text("elections/holder_events.csv");
    }

    public static List<HolderEvent> holderEvents() {
        return rows("elections/holder_events.csv").stream()
                .map(row -> new HolderEvent(
                        new SeatKey(row.getField("boundarySet"), SeatCode.fromString(row.getField("seatCode"))),
                        LocalDate.parse(row.getField("day")),
                        HolderEvent.Kind.fromCode(row.getField("kind")).orElseThrow(),
                        row.getField("party").isEmpty() ? null : row.getField("party"),
                        row.getField("note"),
                        row.getField("source")))
                .toList();
    }

    /** Everything that is known. */
    public static Facts facts() {
        return new Facts(1, records());
    }

    /** Everything that is known. */
    public static Records records() {
        List<Declaration> elections = RealElections.all();
        return new Records(
                partyCodes().stream()
                        .map(code -> new Party(code, code, "#000000", List.of()))
                        .toList(),
                RealSeats.seats(),
                RealSeats.borders(),
                RealSeats.overlaps(),
                holderEvents(),
                elections.stream().map(Declaration::election).toList(),
                elections.stream()
                        .flatMap(election -> election.contests().stream())
                        .toList());
    }

    /** Winner of each seat in 2010 as the source gives it, by seat. */
    public static Map<String, String> winners2010() {
        return rows("elections/ge2010_constituencies.csv").stream()
                .collect(toMap(row -> row.getField("ons_id"), row -> row.getField("first_party")
                        .toLowerCase(Locale.ROOT)));
    }

    static List<NamedCsvRecord> rows(String file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(DATA.resolve(file))) {
            return csv.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(DATA.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
