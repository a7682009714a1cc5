package uk.hustings.seats.election;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.election.domain.Candidacy;
import uk.hustings.seats.election.domain.Contest;
import uk.hustings.seats.seat.domain.SeatKey;

@Entity
@Table(name = "contest")
@IdClass(StoredContest.Key.class)
class StoredContest {

    record Key(String electionId, String seatCode, short revision) {}

    @Id
    String electionId;

    @Id
    String seatCode;

    @Id
    short revision;

    String boundarySet;
    LocalDate pollingDay;
    Integer electorate;
    int validVotes;
    Integer invalidVotes;
    String recordedBy;
    String correction;

    @Column(insertable = false)
    Instant recordedAt;

    static StoredContest of(Contest contest, Revision revision) {
        StoredContest stored = new StoredContest();
        stored.electionId = contest.electionId();
        stored.seatCode = contest.seatCode().value();
        stored.revision = (short) revision.number();
        stored.recordedBy = revision.recordedBy();
        stored.correction = revision.correction();
        stored.boundarySet = contest.seat().boundarySet();
        stored.pollingDay = contest.pollingDay();
        stored.electorate = contest.electorate();
        stored.validVotes = contest.validVotes();
        stored.invalidVotes = contest.invalidVotes();
        return stored;
    }

    Contest contest(List<Candidacy> candidacies) {
        return new Contest(
                electionId,
                new SeatKey(boundarySet, SeatCode.fromString(seatCode)),
                pollingDay,
                electorate,
                validVotes,
                invalidVotes,
                candidacies);
    }

    Revision revision() {
        return new Revision(revision, recordedBy, correction);
    }
}
