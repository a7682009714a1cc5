package uk.hustings.campaign.twinning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import uk.hustings.api.id.Ids;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.reach.domain.Travel;
import uk.hustings.campaign.twinning.domain.Period;
import uk.hustings.campaign.twinning.domain.TwinningStatus;

/** A local party that works in a target seat for a while. */
@Entity
@Table(name = "twinning")
class Twinning {

    @Id
    private UUID id;

    private String donor;
    private String target;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "pledged_hours")
    private Integer pledgedHours;

    @Column(name = "travel_km")
    private BigDecimal travelKm;

    @Column(name = "travel_hours")
    private BigDecimal travelHours;

    private String reason;

    @Column(name = "proposed_by")
    private String proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    private String status;

    @Column(name = "in_force")
    private boolean inForce;

    @Column(name = "status_by")
    private String statusBy;

    @Column(name = "status_at")
    private Instant statusAt;

    @Column(name = "status_reason")
    private String statusReason;

    protected Twinning() {}

    /** @param travel null if it is not known where the seats lie */
    static Twinning proposed(TwinningProposal proposal, Travel travel, String by, Instant now) {
        Twinning twinning = new Twinning();
        twinning.id = Ids.next();
        twinning.donor = proposal.donor();
        twinning.target = proposal.target().value();
        twinning.startsOn = proposal.from();
        twinning.endsOn = proposal.until();
        twinning.pledgedHours = proposal.pledgedHours();
        twinning.travelKm = travel == null ? null : travel.roundedKilometres();
        twinning.travelHours = travel == null ? null : travel.roundedHours();
        twinning.reason = proposal.reason();
        twinning.proposedBy = by;
        twinning.proposedAt = now;
        twinning.status = TwinningStatus.PROPOSED.code();
        twinning.statusBy = by;
        twinning.statusAt = now;
        twinning.statusReason = proposal.reason();
        return twinning;
    }

    UUID id() {
        return id;
    }

    PartySeat place() {
        return new PartySeat(donor(), target());
    }

    String donor() {
        return donor;
    }

    SeatCode target() {
        return SeatCode.fromString(target);
    }

    Period period() {
        return new Period(startsOn, endsOn);
    }

    int pledgedHours() {
        return pledgedHours;
    }

    BigDecimal travelKm() {
        return travelKm;
    }

    BigDecimal travelHours() {
        return travelHours;
    }

    String reason() {
        return reason;
    }

    String proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    TwinningStatus status() {
        return TwinningStatus.fromCode(status);
    }

    /** Accepted, begun and not over: the local party may work in the target seat. */
    boolean inForce() {
        return inForce;
    }

    String statusBy() {
        return statusBy;
    }

    Instant statusAt() {
        return statusAt;
    }

    String statusReason() {
        return statusReason;
    }
}
