package uk.hustings.local.bench.interleavings;

import java.util.Locale;

/**
 * What must hold when nothing is under way any more; each is a question to which every row of the answer is a contradiction.
 * The order in which transactions took effect is read from their commit times, in real time; what decisions say of time is
 * domain time. Events of the policy that are older than the keeping of commit times have none.
 */
enum Invariant {
    ONE_LOCK("""
            select format('%s has %s locks in %s', local_party, count(*), seat_code)
            from access_lock where lifted_by is null group by local_party, seat_code having count(*) > 1
            """),

    NO_LOCK_WHERE_NOBODY_WORKS("""
            select format('%s is locked out of %s, which is none of its seats', l.local_party, l.seat_code)
            from access_lock l
            where l.lifted_by is null and (l.local_party, l.seat_code) not in (
                select local_party, seat_code from local_party_seat union all select local_party, seat_code from current_twin)
            """),

    LOCKS_FOLLOW_FROM_DECISIONS("""
            select format('the lock by %s of %s in %s is %s', d.id, d.local_party, d.seat_code,
                case when l.decision_id is null then 'not there' else 'there although a decision lifts it' end)
            from access_decision d left join access_lock l on l.decision_id = d.id and l.lifted_by is null
            where d.outcome = 'locked' and
                (l.decision_id is null) <> exists (select 1 from access_decision o where o.lifts = d.id)
            """),

    NO_DECISION_AFTER_THE_SEAT_WAS_LOST("""
            select format('%s was %s in %s by %s after it had lost the seat: %s',
                d.local_party, d.outcome, d.seat_code, d.decided_by, d.reason)
            from access_decision d
            where d.outcome in ('warned', 'notice', 'locked')
                and not d.seat_code = any (%s) and not exists (%s)
            """.formatted(
            "%s", "%s", "%s", "%s", "%s", Parts.seatsWhenItTookEffect("d"), Parts.twinningWhenItTookEffect("d"))),

    NO_REPORT_AFTER_THE_SEAT_WAS_LOST(
            """
            select format('a batch was taken of %s in %s after it had lost the seat', b.local_party, b.seat_code)
            from contact_batch b
            where not b.seat_code = any (%s) and not exists (%s)
            """.formatted("%s", "%s", Parts.seatsWhenItTookEffect("b"), Parts.twinningWhenItTookEffect("b"))),

    NOTHING_IS_LIFTED_BEFORE_IT_WAS_MADE("""
            select format('%s in %s: %s at %s lifts %s at %s',
                d.local_party, d.seat_code, d.outcome, d.decided_at, l.outcome, l.decided_at)
            from access_decision d join access_decision l on l.id = d.lifts where d.decided_at < l.decided_at
            """),

    DECISIONS_ARE_IN_ORDER_OF_TIME("""
            select format('%s in %s: %s at %s took effect before %s at %s',
                a.local_party, a.seat_code, a.outcome, a.decided_at, b.outcome, b.decided_at)
            from access_decision a join access_decision b using (local_party, seat_code)
            where pg_xact_commit_timestamp(a.xmin) < pg_xact_commit_timestamp(b.xmin) and a.decided_at > b.decided_at
            """),

    THE_POLICY_NAMED_WAS_IN_FORCE(
            """
            select format('%s in %s: %s at %s by policy %s, when %s was in force (%s)',
                d.local_party, d.seat_code, d.outcome, d.decided_at, d.policy_version,
                coalesce('policy ' || p.version, 'none'), d.reason)
            from access_decision d left join lateral (%s) p on true
            where d.decided_by = 'policy' and d.policy_version is not null
                and (d.outcome <> 'restored' or d.reason like 'Access policy %%')
                and d.policy_version is distinct from p.version
            """.formatted("%s", "%s", "%s", "%s", "%s", "%s", "%s", Parts.policyAt("d.decided_at"))),

    THE_POLICY_NAMED_IS_IN_FORCE_WHEN_IT_TAKES_EFFECT("""
            select format('%s in %s: %s by policy %s, when %s was in force already (%s)',
                d.local_party, d.seat_code, d.outcome, d.policy_version, coalesce('policy ' || p.version, 'none'), d.reason)
            from access_decision d left join lateral (
                select v.version from (
                    select * from policy_event e
                    where coalesce(pg_xact_commit_timestamp(e.xmin) <= pg_xact_commit_timestamp(d.xmin), true)
                    order by pg_xact_commit_timestamp(e.xmin) desc nulls last, e.id desc limit 1) e
                join access_policy v on v.version = e.version where e.kind = 'activated') p on true
            where d.decided_by = 'policy' and d.policy_version is not null
                and (d.outcome <> 'restored' or d.reason like 'Access policy %')
                and d.policy_version is distinct from p.version
            """),

    NO_POLICY_WHERE_A_REASON_SAYS_SO("""
            select format('%s in %s: restored at %s because no policy was in force, when policy %s was',
                d.local_party, d.seat_code, d.decided_at, p.version)
            from access_decision d join lateral (%s) p on true
            where d.decided_by = 'policy' and d.reason = 'No access policy is in force any more.'
            """.formatted("%s", "%s", "%s", "%s", Parts.policyAt("d.decided_at"))),

    THE_COUNT_NAMED_IS_ON_THE_RIGHT_SIDE_OF_THE_LIMIT("""
            select format('%s in %s: %s with %s contacts under policy %s (%s)',
                d.local_party, d.seat_code, d.outcome, d.contacts, d.policy_version, d.reason)
            from access_decision d join access_policy p on p.version = d.policy_version
            where d.decided_by = 'policy' and d.contacts is not null and (
                d.outcome = 'locked' and d.contacts <= p.weekly_limit
                or d.outcome = 'warned' and d.contacts > p.weekly_limit
                or d.outcome = 'restored' and d.contacts > p.weekly_limit
                    and (d.reason like 'A correction brought%' or d.reason like 'Access policy%'))
            """),

    ROLL_UPS_ARE_THE_SUMS_OF_LINES("""
            select format('%s, week of %s: roll-ups of all local parties say %s, the lines add up to %s',
                seat_code, week_start, coalesce(r.contacts, 0), coalesce(s.contacts, 0))
            from (select seat_code, week_start,
                      sum(doorstep + phone + leaflet + direct_mail + digital + street_stall) as contacts
                  from contact_week group by 1, 2) r
                full join (select seat_code, cast(date_trunc('week', day) as date) as week_start, sum(contacts) as contacts
                  from current_count group by 1, 2) s using (seat_code, week_start)
            where coalesce(r.contacts, 0) <> coalesce(s.contacts, 0)
            """),

    A_LOCK_WHERE_THE_POLICY_SAYS_SO_AND_NOWHERE_ELSE(Parts.EXPECTED_LOCKS);

    private final String question;

    Invariant(String question) {
        this.question = question;
    }

    String question() {
        return question;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What several questions have in common. */
    private static final class Parts {

        /**
         * Counts of this week as the owner of a seat, by whom they were made before it had the seat included; and of a twin by
         * itself. Against them: policy, class, and what a person has decided.
         */
        private static final String EXPECTED_LOCKS = """
                with now_in_force as (%s),
                by_hand as (
                    select distinct on (seat_code) seat_code, to_class from class_change order by seat_code, number desc),
                worked as (
                    select local_party, seat_code, sum(contacts) as contacts from current_count
                    where channel in ('doorstep', 'phone') and day >= cast(date_trunc('week', date '2015-04-14') as date)
                    group by 1, 2),
                place as (
                    select o.local_party, o.seat_code, coalesce(sum(w.contacts), 0) as contacts
                    from local_party_seat o left join worked w on w.seat_code = o.seat_code and exists (
                        select 1 from local_party_change h
                        where h.local_party = w.local_party and o.seat_code = any (string_to_array(h.seat_codes, ' ')))
                    group by 1, 2
                    union all
                    select t.local_party, t.seat_code, coalesce(w.contacts, 0)
                    from current_twin t left join worked w using (local_party, seat_code)
                    where not exists (select 1 from local_party_seat o
                        where o.local_party = t.local_party and o.seat_code = t.seat_code)),
                judged as (
                    select p.*, v.version, v.weekly_limit,
                        v.version is not null and coalesce(c.to_class, 'non-battleground') = 'non-battleground'
                        and p.contacts > v.weekly_limit and not exists (
                            select 1 from access_respite r
                            where r.local_party = p.local_party and r.seat_code = p.seat_code and r.ended_by is null
                                and r.kind <> 'notice') as expected
                    from place p left join now_in_force v on true left join by_hand c using (seat_code))
                select format('%%s in %%s has %%s contacts, policy %%s in force (limit %%s), and is %%s', j.local_party, j.seat_code,
                    j.contacts, coalesce(cast(j.version as text), 'none'), j.weekly_limit,
                    case when l.decision_id is null then 'not locked' else 'locked by the policy' end)
                from judged j
                    left join access_lock l
                        on l.local_party = j.local_party and l.seat_code = j.seat_code and l.lifted_by is null
                    left join access_decision d on d.id = l.decision_id
                where expected and l.decision_id is null or not expected and d.decided_by = 'policy'
                """.formatted(policyAt("'infinity'"));

        private Parts() {}

        /** Seats of the local party of a row when the row's transaction took effect. */
        static String seatsWhenItTookEffect(String row) {
            return """
                    cast((select coalesce((
                        select string_to_array(h.seat_codes, ' ') from local_party_change h
                        where h.local_party = %1$s.local_party
                            and pg_xact_commit_timestamp(h.xmin) <= pg_xact_commit_timestamp(%1$s.xmin)
                        order by h.number desc limit 1), array[]::text[])) as text[])""".formatted(row);
        }

        /** A twinning of the local party of a row with the row's seat that was accepted when the row's transaction took effect. */
        static String twinningWhenItTookEffect(String row) {
            return """
                    select 1 from twinning t
                    where t.donor = %1$s.local_party and t.target = %1$s.seat_code and 'accepted' = (
                        select e.status from twinning_event e
                        where e.twinning_id = t.id
                            and pg_xact_commit_timestamp(e.xmin) <= pg_xact_commit_timestamp(%1$s.xmin)
                        order by pg_xact_commit_timestamp(e.xmin) desc, e.id desc limit 1)""".formatted(row);
        }

        /** The version in force at a domain time by the events of the policy; no row if none was. */
        static String policyAt(String time) {
            return """
                    select v.version, v.weekly_limit from (
                        select * from policy_event
                        where effective_from <= %1$s and decided_at <= %1$s order by effective_from desc, id desc limit 1) e
                        join access_policy v on v.version = e.version
                    where e.kind = 'activated'""".formatted(time);
        }
    }
}
