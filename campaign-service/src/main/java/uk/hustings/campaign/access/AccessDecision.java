package uk.hustings.campaign.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.hustings.api.id.Ids;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.WeekContacts;

/** One decision about a local party in a seat; written once, never changed. */
@Entity
@jakarta.persistence.Table(name = "access_decision")
class AccessDecision {

    /** Who decides when no person does. */
    static final String POLICY = "policy";

    static final String WARNED = "warned";
    static final String NOTICE = "notice";
    static final String NOTICE_ENDED = "notice-ended";
    static final String LOCKED = "locked";
    static final String RESTORED = "restored";
    static final String EXEMPTED = "exempted";
    static final String EXEMPTION_ENDED = "exemption-ended";

    static final List<String> OUTCOMES =
            List.of(WARNED, NOTICE, NOTICE_ENDED, LOCKED, RESTORED, EXEMPTED, EXEMPTION_ENDED);

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

    @Column(name = "by_channel")
    private String byChannel;

    @Column(name = "break_glass")
    private boolean breakGlass;

    private UUID appeal;

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

    /** The seat stays open until the notice is due. */
    static AccessDecision notice(String localParty, SeatCode seat, Instant now, Instant due, String reason) {
        AccessDecision decision = new AccessDecision(localParty, seat, NOTICE, POLICY, now, reason);
        decision.until = due;
        return decision;
    }

    static AccessDecision noticeEnded(String localParty, SeatCode seat, Instant now, String reason, UUID notice) {
        AccessDecision decision = new AccessDecision(localParty, seat, NOTICE_ENDED, POLICY, now, reason);
        decision.lifts = notice;
        return decision;
    }

    /** @param lifts a lock by the policy that falls with it; null if none stands */
    static AccessDecision exempted(
            String localParty, SeatCode seat, String by, Instant now, Instant until, String reason, UUID lifts) {
        AccessDecision decision = new AccessDecision(localParty, seat, EXEMPTED, by, now, reason);
        decision.until = until;
        decision.lifts = lifts;
        return decision;
    }

    static AccessDecision exemptionEnded(
            String localParty, SeatCode seat, String by, Instant now, String reason, UUID exemption) {
        AccessDecision decision = new AccessDecision(localParty, seat, EXEMPTION_ENDED, by, now, reason);
        decision.lifts = exemption;
        return decision;
    }

    /** The count that it rests on. */
    AccessDecision on(AccessPolicy policy, WeekContacts week) {
        on(policy);
        this.weekStart = week.week().monday();
        this.contacts = policy.counted(week);
        this.byChannel = Arrays.stream(Channel.values())
                .filter(channel -> week.byChannel().getOrDefault(channel, 0L) > 0)
                .map(channel -> channel.code() + ":" + week.byChannel().get(channel))
                .collect(Collectors.joining(" "));
        return this;
    }

    /** The rule that it follows. */
    AccessDecision on(AccessPolicy policy) {
        this.policyVersion = policy.version() == 0 ? null : policy.version();
        return this;
    }

    /** What another decision rested on. */
    AccessDecision onWhat(AccessDecision other) {
        this.policyVersion = other.policyVersion;
        this.weekStart = other.weekStart;
        this.contacts = other.contacts;
        this.byChannel = other.byChannel;
        return this;
    }

    /** A key-holder has opened the seat in an emergency. */
    AccessDecision byBreakGlass() {
        this.breakGlass = true;
        return this;
    }

    AccessDecision upon(UUID appeal) {
        this.appeal = appeal;
        return this;
    }

    /** Whether it makes or lifts a lock, so that roles change. */
    boolean movesLock() {
        return LOCKED.equals(outcome) || (RESTORED.equals(outcome) || EXEMPTED.equals(outcome)) && lifts != null;
    }

    /** Whether it rests on a count, and so falls with it; what a person decided does not. */
    boolean restsOnCount() {
        return POLICY.equals(decidedBy) && weekStart != null;
    }

    UUID id() {
        return id;
    }

    PartySeat place() {
        return new PartySeat(localParty, seatCode());
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

    /** Counts by channel, for example {@code doorstep 300, phone 201}; empty if it rests on none. */
    Map<String, Long> byChannel() {
        Map<String, Long> counts = new TreeMap<>();
        if (byChannel != null && !byChannel.isEmpty()) {
            for (String pair : byChannel.split(" ")) {
                int colon = pair.indexOf(':');
                counts.put(pair.substring(0, colon), Long.valueOf(pair.substring(colon + 1)));
            }
        }
        return counts;
    }

    boolean breakGlass() {
        return breakGlass;
    }

    UUID appeal() {
        return appeal;
    }
}
