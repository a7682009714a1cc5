package uk.hustings.campaign.member;

import static uk.hustings.campaign.member.Invitations.at;
import static uk.hustings.campaign.member.Invitations.instant;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.id.Ids;
import uk.hustings.api.sql.Sql;
import uk.hustings.campaign.access.KeyGrants;
import uk.hustings.campaign.member.domain.AnswerPeriod;

/** Requests for the keys of local parties, as they are kept. */
@ApplicationScoped
class KeyRequests implements KeyGrants {

    static final String GRANTED = "granted";
    static final String REFUSED = "refused";

    private static final String SELECT = """
            select r.id, r.local_party, r.account, r.reason, r.requested_by, r.requested_at, r.expires_at, r.outcome,
                r.outcome_by, r.outcome_at, r.outcome_reason, r.account_id,
                coalesce((
                    select not exists (select 1 from membership_confirmation c where c.change_id = made.id)
                        and not exists (
                            select 1 from membership_change later
                            where later.local_party = made.local_party and later.account_id = made.account_id
                                and later.id > made.id)
                    from membership_change made where made.id = r.change_id), false)
            from key_request r
            """;

    /**
     * A request with all that is kept of it.
     *
     * @param state as the request's status; but one that was granted, that Keycloak does not confirm, and of whose member
     *     nothing has changed since, is open until it expires: it can be granted again
     */
    record Kept(KeyRequest request, String accountId, String state) {}

    @Override
    public Uni<Boolean> askedFor(Mutiny.StatelessSession session, String localParty, String keyHolder, String account) {
        return Sql.rows(session, """
                        select exists (
                            select 1 from key_request
                            where local_party = $1 and account = $2 and requested_by = $3 and outcome = 'granted')
                        """, localParty, keyHolder, account).map(rows -> (Boolean) rows.get(0)[0]);
    }

    /**
     * A request, unless one for the same member is open.
     *
     * @return null if one is open
     */
    Uni<UUID> add(
            Mutiny.StatelessSession session,
            String localParty,
            Accounts.Account account,
            String reason,
            String by,
            Instant now) {
        UUID id = Ids.next();
        return Sql.rows(
                        session,
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('key requests ' || $1, 0))) locked",
                        localParty)
                .chain(() -> Sql.change(
                        session,
                        """
                        insert into key_request
                            (id, local_party, account, account_id, reason, requested_by, requested_at, expires_at)
                        select $1, $2, $3, $4, $5, $6, $7, $8
                        where not exists (
                            select 1 from key_request
                            where local_party = $2 and account_id = $4 and outcome is null and expires_at > $7)
                        """,
                        id,
                        localParty,
                        account.username(),
                        account.id(),
                        reason,
                        by,
                        at(now),
                        at(AnswerPeriod.endOf(now))))
                .map(added -> added > 0 ? id : null);
    }

    /**
     * Until the transaction ends, nobody else can answer it.
     *
     * @return null if the local party has none of this id
     */
    Uni<Kept> find(Mutiny.StatelessSession session, String localParty, UUID id, Instant now) {
        return Sql.rows(session, SELECT + "where r.local_party = $1 and r.id = $2 for update of r", localParty, id)
                .map(rows -> rows.isEmpty() ? null : kept(rows.get(0), now));
    }

    /**
     * Newest first.
     *
     * @param status null for any
     * @param after id of the last that was seen; null to begin
     */
    Uni<List<KeyRequest>> list(
            Mutiny.StatelessSession session, String localParty, String status, UUID after, int most, Instant now) {
        return Sql.rows(session, SELECT + """
                        where r.local_party = $1 and ($2::uuid is null or r.id < $2)
                            and ($3::text is null or $3 = coalesce(
                                r.outcome, case when r.expires_at > $4 then 'open' else 'expired' end))
                        order by r.id desc limit $5
                        """, localParty, after, status, at(now), most)
                .map(rows -> rows.stream().map(row -> kept(row, now).request()).toList());
    }

    /** @param change record of the key that follows; null if none does */
    Uni<Void> answer(
            Mutiny.StatelessSession session,
            UUID id,
            String outcome,
            String by,
            Instant now,
            String reason,
            UUID change) {
        return Sql.change(session, """
                        update key_request
                        set outcome = $2, outcome_by = $3, outcome_at = $4, outcome_reason = $5, change_id = $6
                        where id = $1
                        """, id, outcome, by, at(now), reason, change)
                .replaceWithVoid();
    }

    /** A former member gets no key that was asked for earlier. */
    Uni<Void> withdrawAll(
            Mutiny.StatelessSession session, String localParty, String accountId, String by, Instant now) {
        return Sql.change(session, """
                        update key_request set outcome = 'withdrawn', outcome_by = $3, outcome_at = $4
                        where local_party = $1 and account_id = $2 and outcome is null
                        """, localParty, accountId, by, at(now)).replaceWithVoid();
    }

    private static Kept kept(Object[] row, Instant now) {
        Instant expiresAt = instant(row[6]);
        KeyRequest request = new KeyRequest(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                instant(row[5]),
                expiresAt,
                AnswerPeriod.state((String) row[7], expiresAt, now),
                (String) row[8],
                instant(row[9]),
                (String) row[10]);
        boolean unfinished = (Boolean) row[12];
        return new Kept(
                request, (String) row[11], unfinished ? AnswerPeriod.state(null, expiresAt, now) : request.status());
    }
}
