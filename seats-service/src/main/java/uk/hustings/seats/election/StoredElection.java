package uk.hustings.seats.election;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import uk.hustings.seats.election.domain.Basis;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.election.domain.ElectionKind;

@Entity
@Table(name = "election")
class StoredElection {

    @Id
    String electionId;

    String name;
    String kind;
    LocalDate pollingDay;
    String boundarySet;
    String basis;
    String source;
    LocalDate writDay;

    static StoredElection of(Election election) {
        StoredElection stored = new StoredElection();
        stored.electionId = election.id();
        stored.name = election.name();
        stored.kind = election.kind().code();
        stored.pollingDay = election.pollingDay();
        stored.boundarySet = election.boundarySet();
        stored.basis = election.basis().code();
        stored.source = election.source();
        stored.writDay = election.writDay();
        return stored;
    }

    Election election() {
        return new Election(
                electionId,
                name,
                ElectionKind.fromCode(kind).orElseThrow(),
                pollingDay,
                boundarySet,
                Basis.fromCode(basis).orElseThrow(),
                source,
                writDay);
    }
}
