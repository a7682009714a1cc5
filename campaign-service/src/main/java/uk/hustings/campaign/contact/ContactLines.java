package uk.hustings.campaign.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.contact.domain.CanvassCode;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.DayCount;

/** The lines of batches: added and never changed. */
@ApplicationScoped
class ContactLines {

    /** Rows that go into one statement. */
    private static final int ROWS_AT_ONCE = 10_000;

    private static final String CODES =
            Arrays.stream(CanvassCode.values()).map(ContactLines::column).collect(Collectors.joining(", "));

    /**
     * A line of a batch.
     *
     * @param number from 1
     */
    record Line(UUID batchId, int revision, int number, DayCount count) {}

    /** The lines of a batch, numbered. */
    static List<Line> of(UUID batchId, int revision, List<DayCount> counts) {
        List<Line> lines = new ArrayList<>(counts.size());
        for (DayCount count : counts) {
            lines.add(new Line(batchId, revision, lines.size() + 1, count));
        }
        return lines;
    }

    /** @param lines all of the same revision */
    Uni<Void> add(Mutiny.StatelessSession session, List<Line> lines) {
        return InChunks.of(lines, ROWS_AT_ONCE, chunk -> addSome(session, chunk));
    }

    /** Lines of one revision of a batch after a given number, in their order. */
    Uni<List<Line>> find(Mutiny.StatelessSession session, UUID batchId, int revision, int after, int most) {
        return session.createNativeQuery("""
                        select line, day, channel, attempts, contacts, %s from contact_count
                        where batch_id = :batch and revision = :revision and line > :after order by line limit :most
                        """.formatted(CODES), Object[].class)
                .setParameter("batch", batchId)
                .setParameter("revision", revision)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Line(batchId, revision, ((Number) row[0]).intValue(), count(row)))
                        .toList());
    }

    private static Uni<Integer> addSome(Mutiny.StatelessSession session, List<Line> lines) {
        List<CanvassCode> codes = Arrays.stream(CanvassCode.values())
                .filter(code ->
                        lines.stream().anyMatch(line -> line.count().codes().containsKey(code)))
                .toList();
        String names = codes.stream().map(code -> ", " + column(code)).collect(Collectors.joining());
        String arrays = codes.stream()
                .map(code -> ", cast(:%s as int[])".formatted(column(code)))
                .collect(Collectors.joining());
        Mutiny.MutationQuery query = session.createNativeQuery("""
                        insert into contact_count (batch_id, revision, line, day, channel, attempts, contacts%1$s)
                        select batch_id, cast(:revision as int), line, day, channel, attempts, contacts%1$s
                        from unnest(cast(:batches as uuid[]), cast(:lines as int[]), cast(:days as date[]),
                                    cast(:channels as text[]), cast(:attempts as int[]), cast(:contacts as int[])%2$s)
                             as s (batch_id, line, day, channel, attempts, contacts%1$s)
                        """.formatted(names, arrays))
                .setParameter("batches", cells(lines, Line::batchId, UUID[]::new))
                .setParameter("revision", lines.get(0).revision())
                .setParameter("lines", cells(lines, Line::number, Integer[]::new))
                .setParameter("days", cells(lines, line -> line.count().day(), LocalDate[]::new))
                .setParameter(
                        "channels", cells(lines, line -> line.count().channel().code(), String[]::new))
                .setParameter("attempts", cells(lines, line -> line.count().attempts(), Integer[]::new))
                .setParameter("contacts", cells(lines, line -> line.count().contacts(), Integer[]::new));
        for (CanvassCode code : codes) {
            query.setParameter(
                    column(code), cells(lines, line -> line.count().codes().get(code), Integer[]::new));
        }
        return query.executeUpdate();
    }

    private static DayCount count(Object[] row) {
        Map<CanvassCode, Integer> codes = new EnumMap<>(CanvassCode.class);
        for (CanvassCode code : CanvassCode.values()) {
            if (row[5 + code.ordinal()] != null) {
                codes.put(code, ((Number) row[5 + code.ordinal()]).intValue());
            }
        }
        return new DayCount(
                (LocalDate) row[1],
                Channel.fromCode((String) row[2]).orElseThrow(),
                row[3] == null ? null : ((Number) row[3]).intValue(),
                ((Number) row[4]).intValue(),
                codes);
    }

    private static String column(CanvassCode code) {
        return code.code().replace('-', '_');
    }

    private static <V> V[] cells(List<Line> lines, Function<Line, V> cell, IntFunction<V[]> array) {
        return lines.stream().map(cell).toArray(array);
    }
}
