package uk.hustings.polls.seatref;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.seatref.domain.BoundarySet;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.Election;
import uk.hustings.polls.seatref.domain.Party;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** The seats as seats-service writes them; it may write more than we read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SeatsDocument(
        List<BoundarySetEntry> boundarySets,
        List<PartyEntry> parties,
        List<ElectionEntry> elections,
        List<SeatEntry> seats) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record BoundarySetEntry(String code, LocalDate from, LocalDate to) {

        BoundarySet boundarySet() {
            return new BoundarySet(code, from, to);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PartyEntry(String code, String name, List<String> lineage) {

        Party party() {
            return new Party(code, name, lineage);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ElectionEntry(
            String electionId, String name, String kind, String basis, LocalDate pollingDay, String boundarySet) {

        Election election() {
            return new Election(electionId, name, kind, basis, pollingDay, boundarySet);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record SeatEntry(
            String boundarySet,
            SeatCode seatCode,
            String name,
            String regionCode,
            String regionName,
            String country,
            String county,
            int electorate,
            List<ContestEntry> contests) {

        Seat seat(Map<String, Election> elections) {
            return new Seat(
                    boundarySet,
                    seatCode,
                    name,
                    regionCode,
                    regionName,
                    country,
                    county,
                    electorate,
                    contests.stream()
                            .map(contest -> contest.contest(elections.get(contest.electionId)))
                            .toList());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ContestEntry(
            String electionId, LocalDate pollingDay, int validVotes, String winner, Map<String, Integer> votes) {

        Contest contest(Election election) {
            // The election's own id: thousands of contests share a few of them.
            return new Contest(election.id(), pollingDay, election.isNotional(), validVotes, votes, winner);
        }
    }

    SeatBook book() {
        Map<String, Election> byId =
                elections.stream().map(ElectionEntry::election).collect(toMap(Election::id, Function.identity()));
        return new SeatBook(
                boundarySets.stream().map(BoundarySetEntry::boundarySet).toList(),
                parties.stream().map(PartyEntry::party).toList(),
                byId.values(),
                seats.stream().map(seat -> seat.seat(byId)).toList());
    }
}
