package uk.hustings.local.data;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.hustings.local.data.ElectionImport.Candidate;
import uk.hustings.local.data.ElectionImport.Contest;

/** How the seats of 2010 to 2024 voted, straight from the files: for measuring what is made of it. */
public final class SeatResults {

    private static final LocalDate GENERAL_ELECTION_OF_2010 = LocalDate.of(2010, 5, 6);

    private final ElectionFiles files;
    private final Map<String, SourceRow> seats;

    /**
     * One seat's result.
     *
     * @param country by name
     * @param votes by party code, of all candidates of a party
     */
    public record SeatResult(
            String electionId,
            LocalDate pollingDay,
            String seatCode,
            String regionCode,
            String country,
            Map<String, Integer> votes) {

        public int validVotes() {
            return votes.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** @param data the project's {@code data} folder */
    public SeatResults(Path data) {
        SeatFile file = SeatFile.of2010(data.resolve("geography"));
        this.files = new ElectionFiles(data.resolve("elections"), file.names());
        this.seats = file.rows().stream().collect(toMap(row -> row.text("ons_id"), row -> row));
    }

    public List<SeatResult> of2010() {
        return files.generalElections().stream()
                .filter(election -> election.pollingDay().equals(GENERAL_ELECTION_OF_2010))
                .flatMap(election -> election.contests().stream().map(contest -> result(election, contest)))
                .toList();
    }

    /** By polling day. */
    public List<SeatResult> ofByElections() {
        return files.byElections().stream()
                .flatMap(election -> election.contests().stream().map(contest -> result(election, contest)))
                .toList();
    }

    /**
     * Where a seat is and how many may vote there.
     *
     * @param lat of its centre, degrees north
     * @param lon degrees east
     */
    public record Place(double lat, double lon, int electorate) {}

    /** By seat code. */
    public Map<String, Place> places() {
        return seats.entrySet().stream().collect(toMap(Map.Entry::getKey, seat -> place(seat.getValue())));
    }

    private static Place place(SourceRow row) {
        return new Place(
                Double.parseDouble(row.text("centroid_lat")),
                Double.parseDouble(row.text("centroid_lon")),
                row.number("electorate_2010"));
    }

    private SeatResult result(ElectionImport election, Contest contest) {
        SourceRow seat = seats.get(contest.seatCode());
        return new SeatResult(
                election.electionId(),
                election.pollingDay(),
                contest.seatCode(),
                seat.text("ons_region_id"),
                seat.text("country_name"),
                contest.candidates().stream().collect(toMap(Candidate::party, Candidate::votes, Integer::sum)));
    }
}
