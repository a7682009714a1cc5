package uk.hustings.seats.election;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.hustings.seats.election.domain.Candidacy;
import uk.hustings.seats.election.domain.Contest;

@Entity
@Table(name = "candidacy")
@IdClass(StoredCandidacy.Key.class)
class StoredCandidacy {

    record Key(String electionId, String seatCode, short revision, short place) {}

    @Id
    String electionId;

    @Id
    String seatCode;

    @Id
    short revision;

    @Id
    short place;

    String party;
    String partyName;
    String name;
    int votes;
    boolean elected;

    static Stream<StoredCandidacy> of(Contest contest, Revision revision) {
        return IntStream.range(0, contest.candidacies().size()).mapToObj(i -> {
            Candidacy candidacy = contest.candidacies().get(i);
            StoredCandidacy stored = new StoredCandidacy();
            stored.electionId = contest.electionId();
            stored.seatCode = contest.seatCode().value();
            stored.revision = (short) revision.number();
            stored.place = (short) (i + 1);
            stored.party = candidacy.party();
            stored.partyName = candidacy.partyName();
            stored.name = candidacy.name();
            stored.votes = candidacy.votes();
            stored.elected = candidacy.byLot();
            return stored;
        });
    }

    Candidacy candidacy() {
        return new Candidacy(party, partyName, name, votes, elected);
    }
}
