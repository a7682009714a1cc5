package uk.hustings.api.sql;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinyStatelessSessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/**
 * SQL that goes to the database as it is written, on the session's connection and in its transaction: for the few
 * statements that every write, or every question about one's own access, waits for. A native query of Hibernate Reactive is
 * planned anew each time (ADR 0014, 0015).
 *
 * <p>Values take the places of {@code $1}, {@code $2} and so on, and have the driver's types: an array is one value, a
 * {@code timestamptz} an {@link java.time.OffsetDateTime}.
 */
public final class Sql {

    private Sql() {}

    /** @return the rows that the statement gives, cell by cell as the driver has them */
    public static Uni<List<Object[]>> rows(Mutiny.StatelessSession session, String sql, Object... values) {
        return Uni.createFrom()
                .completionStage(() -> connection(session).select(sql, values))
                .map(Sql::all);
    }

    /** @return how many rows were changed */
    public static Uni<Integer> change(Mutiny.StatelessSession session, String sql, Object... values) {
        return Uni.createFrom().completionStage(() -> connection(session).update(sql, values));
    }

    private static ReactiveConnection connection(Mutiny.StatelessSession session) {
        return ((MutinyStatelessSessionImpl) session).getReactiveConnection();
    }

    private static List<Object[]> all(ReactiveConnection.Result result) {
        List<Object[]> rows = new ArrayList<>(result.size());
        result.forEachRemaining(rows::add);
        return rows;
    }
}
