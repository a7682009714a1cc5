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
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.api.sql.Sql;
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
        String arrays = IntStream.range(0, codes.size())
                .mapToObj(n -> ", cast($" + (8 + n) + " as int[])")
                .collect(Collectors.joining());
        List<Object> values = new ArrayList<>();
        values.add(lines.get(0).revision());
        values.add(cells(lines, Line::batchId, UUID[]::new));
        values.add(cells(lines, Line::number, Integer[]::new));
        values.add(cells(lines, line -> line.count().day(), LocalDate[]::new));
        values.add(cells(lines, line -> line.count().channel().code(), String[]::new));
        values.add(cells(lines, line -> line.count().attempts(), Integer[]::new));
        values.add(cells(lines, line -> line.count().contacts(), Integer[]::new));
        codes.forEach(
                code -> values.add(cells(lines, line -> line.count().codes().get(code), Integer[]::new)));
        return Sql.change(session, """
                insert into contact_count (batch_id, revision, line, day, channel, attempts, contacts%1$s)
                select batch_id, cast($1 as int), line, day, channel, attempts, contacts%1$s
                from unnest(cast($2 as uuid[]), cast($3 as int[]), cast($4 as date[]), cast($5 as text[]),
                            cast($6 as int[]), cast($7 as int[])%2$s)
                     as s (batch_id, line, day, channel, attempts, contacts%1$s)
                """.formatted(names, arrays), values.toArray());
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
