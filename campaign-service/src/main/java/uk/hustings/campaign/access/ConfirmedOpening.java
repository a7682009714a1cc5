package uk.hustings.campaign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a second person confirmed an emergency opening; written once, never changed. */
@Entity
@Table(name = "emergency_confirmation")
class ConfirmedOpening {

    @Id
    @Column(name = "decision_id")
    private UUID decisionId;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    private String reason;

    protected ConfirmedOpening() {}

    ConfirmedOpening(UUID decisionId, String confirmedBy, Instant confirmedAt, String reason) {
        this.decisionId = decisionId;
        this.confirmedBy = confirmedBy;
        this.confirmedAt = confirmedAt;
        this.reason = reason;
    }

    /** @param until when the opening ends */
    EmergencyConfirmation view(Instant until) {
        return new EmergencyConfirmation(decisionId, confirmedBy, confirmedAt, reason, until);
    }
}
