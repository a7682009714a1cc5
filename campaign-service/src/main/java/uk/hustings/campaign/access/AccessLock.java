package uk.hustings.campaign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import uk.hustings.access.LiveLock;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.PartySeat;

/** A lock that a decision made. It stands until another decision lifts it or its time runs out. */
@Entity
@Table(name = "access_lock")
class AccessLock {

    @Id
    @Column(name = "decision_id")
    private UUID decisionId;

    @Column(name = "local_party")
    private String localParty;

    @Column(name = "seat_code")
    private String seatCode;

    private String reason;
    private Instant since;
    private Instant until;

    @Column(name = "lifted_by")
    private UUID liftedBy;

    @Transient
    private SeatCode twinnedSeat;

    protected AccessLock() {}

    UUID decisionId() {
        return decisionId;
    }

    String localParty() {
        return localParty;
    }

    PartySeat place() {
        return new PartySeat(localParty, SeatCode.fromString(seatCode));
    }

    /** @param seat where the local party is wanted instead; null if nowhere */
    AccessLock twinnedWith(String seat) {
        twinnedSeat = seat == null ? null : SeatCode.fromString(seat);
        return this;
    }

    LiveLock live() {
        return new LiveLock(localParty, SeatCode.fromString(seatCode), decisionId, reason, since, until, twinnedSeat);
    }
}
