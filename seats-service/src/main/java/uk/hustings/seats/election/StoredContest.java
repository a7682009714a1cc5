package uk.hustings.seats.election;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Candidacy;
import uk.hustings.seats.election.domain.Contest;

@Entity
@Table(name = "contest")
@IdClass(StoredContest.Key.class)
class StoredContest {

    record Key(String electionId, String seatCode) {}

    @Id
    String electionId;

    @Id
    String seatCode;

    String boundarySet;
    LocalDate pollingDay;
    Integer electorate;
    int validVotes;
    Integer invalidVotes;

    static StoredContest of(Contest contest, String boundarySet) {
        StoredContest stored = new StoredContest();
        stored.electionId = contest.electionId();
        stored.seatCode = contest.seatCode().value();
        stored.boundarySet = boundarySet;
        stored.pollingDay = contest.pollingDay();
        stored.electorate = contest.electorate();
        stored.validVotes = contest.validVotes();
        stored.invalidVotes = contest.invalidVotes();
        return stored;
    }

    Contest contest(List<Candidacy> candidacies) {
        return new Contest(
                electionId,
                SeatCode.fromString(seatCode),
                pollingDay,
                electorate,
                validVotes,
                invalidVotes,
                candidacies);
    }
}
