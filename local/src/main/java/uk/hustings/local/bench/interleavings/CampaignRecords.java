package uk.hustings.local.bench.interleavings;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import uk.hustings.local.bench.BenchFailed;

/** The database of campaign-service, past the service; not for several threads. */
final class CampaignRecords implements AutoCloseable {

    /** What all scenarios share: policies and classes, what is known of them in memory, and what belongs to no place. */
    private static final Set<String> SHARED = Set.of(
            "access_policy",
            "policy_event",
            "strategy_edition",
            "class_rule",
            "class_change",
            "target_list",
            "target_list_seat",
            "effect_set",
            "effect_set_effect",
            "effect_set_withdrawal",
            "travel_matrix",
            "travel_matrix_row",
            "travel_matrix_withdrawal",
            "lock_feed",
            "spending_return",
            "kept_reply",
            "flyway_schema_history");

    private static final String STORY = """
            select pg_xact_commit_timestamp(xmin) as at, format('decision %s: %s %s in %s by %s at %s, policy %s, %s contacts: %s',
                right(cast(id as text), 6), outcome, local_party, seat_code, decided_by,
                to_char(decided_at at time zone 'UTC', 'HH24:MI:SS.US'), policy_version, contacts, reason)
            from access_decision
            union all
            select pg_xact_commit_timestamp(xmin), format('%s %s at %s: seats %s', change, local_party,
                to_char(decided_at at time zone 'UTC', 'HH24:MI:SS.US'), seat_codes) from local_party_change
            union all
            select pg_xact_commit_timestamp(xmin), format('policy %s %s at %s', version, kind,
                to_char(decided_at at time zone 'UTC', 'HH24:MI:SS.US')) from policy_event
            where id in (select id from policy_event order by id desc limit 3)
            union all
            select pg_xact_commit_timestamp(xmin), format('batch of %s in %s', local_party, seat_code) from contact_batch
            union all
            select pg_xact_commit_timestamp(xmin), format('twinning of %s with %s: %s', donor, target, status) from twinning
            order by 1
            """;

    private final Connection connection;
    private final List<String> ofPlaces;

    CampaignRecords(TwoReplicas replicas) {
        try {
            this.connection = replicas.superuser();
            this.ofPlaces = rows("select tablename from pg_tables where schemaname = 'public'").stream()
                    .filter(table -> !SHARED.contains(table))
                    .toList();
        } catch (SQLException refused) {
            throw refusal(refused);
        }
    }

    /** How many sessions wait for a lock that another holds. */
    long blocked() {
        return number("select count(*) from pg_stat_activity where datname = current_database() and"
                + " cardinality(pg_blocking_pids(pid)) > 0");
    }

    /** The locks that are not lifted, as local party and seat. */
    Set<String> locks() {
        return new TreeSet<>(rows("select local_party || ' ' || seat_code from access_lock where lifted_by is null"));
    }

    long decisions() {
        return number("select count(*) from access_decision");
    }

    long batches() {
        return number("select count(*) from contact_batch");
    }

    boolean hasBatch(String id) {
        return number("select count(*) from contact_batch where id = '%s'".formatted(id)) == 1;
    }

    boolean hasDecision(String id) {
        return number("select count(*) from access_decision where id = '%s'".formatted(id)) == 1;
    }

    /** Contacts of the week of a local party in a seat, as they are kept. */
    long contacts(String localParty, String seat) {
        return number(
                "select coalesce(sum(doorstep), 0) from contact_week where local_party = '%s' and seat_code = '%s'"
                        .formatted(localParty, seat));
    }

    /** In words what contradicts. */
    List<String> contradictions(Invariant invariant) {
        return rows(invariant.question());
    }

    /** All that took effect, in order. */
    List<String> story() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STORY)) {
            List<String> story = new ArrayList<>();
            while (rows.next()) {
                story.add(rows.getString(2));
            }
            return story;
        } catch (SQLException refused) {
            throw refusal(refused);
        }
    }

    /** What was decided since there were so many decisions. */
    List<String> decisionsSince(long number) {
        return rows("""
                select format('%%s %%s in %%s by %%s: %%s', outcome, local_party, seat_code, decided_by, reason)
                from access_decision order by id offset %d""".formatted(number));
    }

    boolean isInForce(int policy) {
        return number("""
                select count(*) from (
                    select version, kind from policy_event order by effective_from desc, id desc limit 1) e
                where e.version = %d and e.kind = 'activated'""".formatted(policy)) > 0;
    }

    boolean isClassed(String seat, String seatClass) {
        return rows("select to_class from class_change where seat_code = '%s' order by number desc limit 1"
                        .formatted(seat))
                .stream()
                .allMatch(seatClass::equals);
    }

    /** Takes away all that belongs to local parties and their seats, which the service never would. */
    void clear() {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Neither foreign keys nor triggers that keep records are to be asked.
            statement.execute("set local session_replication_role = replica");
            for (String table : ofPlaces) {
                statement.execute("delete from " + table);
            }
            statement.execute("update lock_feed set version = version + 1");
            statement.execute("notify local_parties_changed");
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException refused) {
            throw refusal(refused);
        }
    }

    private long number(String question) {
        return Long.parseLong(rows(question).get(0));
    }

    private List<String> rows(String question) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        } catch (SQLException refused) {
            throw refusal(refused);
        }
    }

    private static BenchFailed refusal(SQLException refused) {
        return new BenchFailed("PostgreSQL refused: " + refused.getMessage());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException refused) {
            throw refusal(refused);
        }
    }
}
