package uk.hustings.campaign.member;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.Ids;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.access.InvitationsOfAccount;
import uk.hustings.campaign.access.MyAccess;
import uk.hustings.campaign.duty.Duty;
import uk.hustings.campaign.member.domain.AnswerPeriod;

/** Invitations to local parties, as they are kept. */
@ApplicationScoped
class Invitations implements InvitationsOfAccount, Duty {

    static final String ACCEPTED = "accepted";
    static final String REFUSED = "refused";
    static final String WITHDRAWN = "withdrawn";

    /** How long an invitation is kept after its last day. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** More than one account is ever shown. */
    private static final int MOST_SHOWN = 100;

    private static final String COLUMNS =
            "select i.id, i.local_party, i.account, i.reason, i.invited_at, i.expires_at from member_invitation i ";

    /** What is neither withdrawn nor accepted: the inviter cannot tell a refused one from one that nobody answered. */
    private static final String SHOWN_TO_INVITER =
            "where i.local_party = $1 and i.expires_at > $2 and (i.outcome is null or i.outcome = 'refused') ";

    /**
     * An invitation with all that is kept of it.
     *
     * @param outcome null if nobody has answered
     * @param hasSeats whether the local party has a seat: one without was merged or has retired
     * @param unfinished whether it was accepted, Keycloak does not confirm it, and nothing has happened since to the
     *     membership: then it can be accepted again
     */
    record Kept(Invitation invitation, String invitedBy, String outcome, boolean unfinished, boolean hasSeats) {

        String state(Instant now) {
            return AnswerPeriod.state(unfinished ? null : outcome, invitation.expiresAt(), now);
        }
    }

    /** Waits until nobody else invites for this local party. */
    Uni<Void> lock(Mutiny.StatelessSession session, String localParty) {
        return Sql.rows(
                        session,
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('invitations ' || $1, 0))) locked",
                        localParty)
                .replaceWithVoid();
    }

    Uni<Invitation> add(
            Mutiny.StatelessSession session,
            String localParty,
            AccountName account,
            String reason,
            String by,
            Instant now) {
        Invitation made = new Invitation(Ids.next(), localParty, account.value(), reason, now, AnswerPeriod.endOf(now));
        return Sql.change(
                        session,
                        """
                        insert into member_invitation
                            (id, local_party, account, reason, invited_by, invited_at, expires_at)
                        values ($1, $2, $3, $4, $5, $6, $7)
                        """,
                        made.invitationId(),
                        localParty,
                        account.value(),
                        reason,
                        by,
                        at(made.invitedAt()),
                        at(made.expiresAt()))
                .replaceWith(made);
    }

    /** As the inviter sees them, by name. */
    Uni<List<Invitation>> shownToInviter(Mutiny.StatelessSession session, String localParty, Instant now) {
        return Sql.rows(session, COLUMNS + SHOWN_TO_INVITER + "order by i.account, i.id", localParty, at(now))
                .map(rows -> rows.stream().map(Invitations::invitation).toList());
    }

    /**
     * Until the transaction ends, nobody else can answer or withdraw it.
     *
     * @return null if there is none
     */
    Uni<Kept> find(Mutiny.StatelessSession session, UUID id) {
        return Sql.rows(session, """
                        select i.id, i.local_party, i.account, i.reason, i.invited_at, i.expires_at, i.invited_by, i.outcome,
                            coalesce((
                                select not exists (select 1 from membership_confirmation c where c.change_id = made.id)
                                    and not exists (
                                        select 1 from membership_change later
                                        where later.local_party = made.local_party and later.account_id = made.account_id
                                            and later.change in ('added', 'removed') and later.id > made.id)
                                from membership_change made where made.id = i.change_id), false),
                            exists (select 1 from local_party_seat s where s.local_party = i.local_party)
                        from member_invitation i where i.id = $1 for update of i
                        """, id)
                .map(rows -> rows.isEmpty()
                        ? null
                        : new Kept(
                                invitation(rows.get(0)),
                                (String) rows.get(0)[6],
                                (String) rows.get(0)[7],
                                (Boolean) rows.get(0)[8],
                                (Boolean) rows.get(0)[9]));
    }

    /** @param change record of the membership that follows; null if none does */
    Uni<Void> answer(Mutiny.StatelessSession session, UUID id, String outcome, String by, Instant now, UUID change) {
        return Sql.change(session, """
                        update member_invitation set outcome = $2, outcome_by = $3, outcome_at = $4, change_id = $5
                        where id = $1
                        """, id, outcome, by, at(now), change).replaceWithVoid();
    }

    /** A removed member cannot return by an earlier invitation. */
    Uni<Void> withdrawAll(
            Mutiny.StatelessSession session, String localParty, AccountName account, String by, Instant now) {
        return Sql.change(session, """
                        update member_invitation set outcome = 'withdrawn', outcome_by = $3, outcome_at = $4
                        where local_party = $1 and account = $2 and outcome is null
                        """, localParty, account.value(), by, at(now))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<MyAccess.Invitation>> openFor(Mutiny.StatelessSession session, Caller caller, Instant now) {
        return Sql.rows(session, """
                        select i.id, i.local_party, i.reason, i.invited_by, i.invited_at, i.expires_at
                        from member_invitation i
                        where i.account = $1 and i.expires_at > $2 and (i.outcome is null
                            or i.outcome = 'accepted' and i.change_id is not null and not exists (
                                select 1 from membership_confirmation c where c.change_id = i.change_id))
                        order by i.id limit $3
                        """, AccountName.of(caller).value(), at(now), MOST_SHOWN)
                .map(rows -> rows.stream()
                        .map(row -> new MyAccess.Invitation(
                                (UUID) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                instant(row[4]),
                                instant(row[5])))
                        .toList());
    }

    /** Forgets invitations that ended long ago. What became of those that were accepted is in the record of members. */
    @Override
    public Uni<Void> perform(Mutiny.StatelessSession session, Instant now) {
        return Sql.change(session, "delete from member_invitation where expires_at <= $1", at(now.minus(KEPT)))
                .replaceWithVoid();
    }

    static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    /** @return null for null */
    static Instant instant(Object time) {
        return time == null ? null : ((OffsetDateTime) time).toInstant();
    }

    private static Invitation invitation(Object[] row) {
        return new Invitation(
                (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], instant(row[4]), instant(row[5]));
    }
}
