package uk.hustings.campaign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import uk.hustings.api.id.Ids;
import uk.hustings.api.id.SeatCode;

/** One decision about a local party in a seat; written once, never changed. */
@Entity
@Table(name = "access_decision")
class AccessDecision {

    /** Who decides when no person does. */
    static final String POLICY = "policy";

    static final String WARNED = "warned";
    static final String LOCKED = "locked";
    static final String RESTORED = "restored";

    @Id
    private UUID id;

    @Column(name = "local_party")
    private String localParty;

    @Column(name = "seat_code")
    private String seatCode;

    private String outcome;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    private String reason;

    @Column(name = "policy_version")
    private Integer policyVersion;

    @Column(name = "week_start")
    private LocalDate weekStart;

    private Long contacts;
    private Instant until;
    private UUID lifts;

    protected AccessDecision() {}

    private AccessDecision(
            String localParty, SeatCode seat, String outcome, String decidedBy, Instant decidedAt, String reason) {
        this.id = Ids.next();
        this.localParty = localParty;
        this.seatCode = seat.value();
        this.outcome = outcome;
        this.decidedBy = decidedBy;
        this.decidedAt = decidedAt;
        this.reason = reason;
    }

    static AccessDecision warned(String localParty, SeatCode seat, Instant now, String reason) {
        return new AccessDecision(localParty, seat, WARNED, POLICY, now, reason);
    }

    static AccessDecision locked(
            String localParty, SeatCode seat, String by, Instant now, Instant until, String reason) {
        AccessDecision decision = new AccessDecision(localParty, seat, LOCKED, by, now, reason);
        decision.until = until;
        return decision;
    }

    /** @param exemptUntil until when the policy lets the local party be; null if it goes on as before */
    static AccessDecision restored(
            String localParty, SeatCode seat, String by, Instant now, Instant exemptUntil, String reason, UUID lifts) {
        AccessDecision decision = new AccessDecision(localParty, seat, RESTORED, by, now, reason);
        decision.until = exemptUntil;
        decision.lifts = lifts;
        return decision;
    }

    /** The count that it rests on. */
    AccessDecision on(int policy, LocalDate week, long counted) {
        this.policyVersion = policy;
        this.weekStart = week;
        this.contacts = counted;
        return this;
    }

    UUID id() {
        return id;
    }

    String localParty() {
        return localParty;
    }

    SeatCode seatCode() {
        return SeatCode.fromString(seatCode);
    }

    String outcome() {
        return outcome;
    }

    String decidedBy() {
        return decidedBy;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    String reason() {
        return reason;
    }

    Integer policyVersion() {
        return policyVersion;
    }

    LocalDate weekStart() {
        return weekStart;
    }

    Long contacts() {
        return contacts;
    }

    Instant until() {
        return until;
    }

    UUID lifts() {
        return lifts;
    }
}
