package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.idempotency.KeptReplies;
import uk.hustings.api.idempotency.Reply;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.intake.Sheet;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.spool.SpooledBody;
import uk.hustings.api.text.domain.Characters;
import uk.hustings.campaign.mutex.DecisionClock;
import uk.hustings.campaign.mutex.SeatMutex;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.spending.domain.Contest;

/** Takes in a file of electorates, whole or not at all. Commitments in the seats wait meanwhile. */
@ApplicationScoped
class ElectorateImport {

    /** Electorates that one import may bring. */
    static final int MOST = 1_000;

    private static final int MOST_ELECTORS = 1_000_000;
    private static final int MOST_IN_SOURCE = 200;
    private static final Set<String> COLUMNS = Set.of("election", "seatCode", "electorate", "source");

    private final Electorates electorates;
    private final Contests contests;
    private final Seats seats;
    private final SeatMutex mutex;
    private final DecisionClock clock;
    private final KeptReplies replies;

    ElectorateImport(
            Electorates electorates,
            Contests contests,
            Seats seats,
            SeatMutex mutex,
            DecisionClock clock,
            KeptReplies replies) {
        this.electorates = electorates;
        this.contests = contests;
        this.seats = seats;
        this.mutex = mutex;
        this.clock = clock;
        this.replies = replies;
    }

    /** @throws Problem BROKEN_BODY, BODY_TOO_LARGE, INVALID_INPUT */
    Uni<Reply> take(Caller caller, SpooledBody body) {
        return body.read(this::read)
                .chain(read -> replies.once(201, session -> record(session, caller, read), receipt -> null));
    }

    private Uni<ImportReceipt> record(
            Mutiny.StatelessSession session, Caller caller, Map<Electorates.Key, Electorates.Stated> read) {
        Set<SeatCode> of = read.keySet().stream().map(Electorates.Key::seat).collect(Collectors.toSet());
        Set<String> elections =
                read.keySet().stream().map(Electorates.Key::election).collect(Collectors.toSet());
        return mutex.lock(session, of)
                .chain(() -> electorates.of(session, elections, of))
                .chain(known -> {
                    Map<Electorates.Key, Electorates.Stated> fresh = new LinkedHashMap<>(read);
                    fresh.entrySet().removeIf(row -> row.getValue().equals(known.get(row.getKey())));
                    return clock.now(session)
                            .chain(now -> electorates.add(session, fresh, caller.name(), now))
                            .replaceWith(new ImportReceipt(fresh.size(), read.size() - fresh.size(), List.of()));
                });
    }

    private Map<Electorates.Key, Electorates.Stated> read(InputStream csv) {
        Map<Electorates.Key, Integer> lines = new HashMap<>();
        Map<Electorates.Key, Electorates.Stated> read = new LinkedHashMap<>();
        Sheet.read(csv, COLUMNS, column -> false, MOST)
                .forEach(row -> row(row, lines), stated -> read.put(stated.getKey(), stated.getValue()));
        return read;
    }

    private Map.Entry<Electorates.Key, Electorates.Stated> row(Sheet.Row row, Map<Electorates.Key, Integer> lines) {
        Contest contest = required(row, "election", Contest.FORM, contests::find);
        SeatCode seat = required(row, "seatCode", "a seat code", SeatCode::fromString);
        Integer electors = required(row, "electorate", "a whole number", Integer::valueOf);
        String source = row.requiredText("source");
        if (electors != null && (electors < 1 || electors > MOST_ELECTORS)) {
            row.fault("electorate", "must be 1 to " + MOST_ELECTORS);
        }
        if (source != null && Characters.count(source) > MOST_IN_SOURCE) {
            row.fault("source", "must have at most %d characters".formatted(MOST_IN_SOURCE));
        }
        if (contest == null || seat == null) {
            return null;
        }
        if (!contest.isHeldIn(seat) || seats.find(seat).isEmpty()) {
            row.fault("seatCode", "no seat of this election has this code");
        }
        Electorates.Key key = new Electorates.Key(contest.election(), seat);
        Integer earlier = lines.putIfAbsent(key, row.line());
        if (earlier != null) {
            row.fault("seatCode", "is in line %d already".formatted(earlier));
        }
        return electors == null || source == null ? null : Map.entry(key, new Electorates.Stated(electors, source));
    }

    private static <V> V required(Sheet.Row row, String column, String expected, Function<String, V> parser) {
        if (row.isEmpty(column)) {
            row.fault(column, "must not be empty");
            return null;
        }
        return row.parsed(column, expected, parser);
    }
}
