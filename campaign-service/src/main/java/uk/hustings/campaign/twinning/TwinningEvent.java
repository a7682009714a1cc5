package uk.hustings.campaign.twinning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import uk.hustings.api.id.Ids;
import uk.hustings.campaign.twinning.domain.TwinningStatus;

/** One change of how a twinning stands; written once, never changed. */
@Entity
@Table(name = "twinning_event")
class TwinningEvent {

    @Id
    private UUID id;

    @Column(name = "twinning_id")
    private UUID twinningId;

    private String status;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private String reason;

    protected TwinningEvent() {}

    static TwinningEvent of(UUID twinning, TwinningStatus status, String by, Instant now, String reason) {
        TwinningEvent event = new TwinningEvent();
        event.id = Ids.next();
        event.twinningId = twinning;
        event.status = status.code();
        event.decidedBy = by;
        event.decidedAt = now;
        event.reason = reason;
        return event;
    }

    static TwinningEvent proposed(Twinning twinning) {
        return of(twinning.id(), twinning.status(), twinning.proposedBy(), twinning.proposedAt(), twinning.reason());
    }

    TwinningView.Event view() {
        return new TwinningView.Event(status, decidedBy, decidedAt, reason);
    }
}
