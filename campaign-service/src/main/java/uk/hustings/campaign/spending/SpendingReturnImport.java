package uk.hustings.campaign.spending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.spool.SpooledBody;
import uk.hustings.api.text.domain.Characters;
import uk.hustings.campaign.mutex.DecisionClock;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.spending.domain.Contest;
import uk.hustings.campaign.spending.domain.LimitTable;
import uk.hustings.campaign.spending.domain.SpendingCategory;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** Takes in a file of published spending returns, whole or not at all. */
@ApplicationScoped
class SpendingReturnImport {

    /** Returns that one import may bring. */
    static final int MOST = 20_000;

    private static final int MOST_NAMED = 100;
    private static final int MOST_IN_PARTY = 40;
    private static final int MOST_IN_NAME = 200;
    private static final int MOST_ELECTORS = 1_000_000;
    private static final BigDecimal MOST_GBP = new BigDecimal(ExpenseOrder.MOST_GBP);

    private static final Set<String> REQUIRED =
            Set.of("election", "seatCode", "party", "candidate", "period", "totalGbp", "source");
    private static final Map<String, SpendingCategory> CATEGORIES = Map.of(
            "advertisingGbp", SpendingCategory.ADVERTISING,
            "unsolicitedMaterialGbp", SpendingCategory.UNSOLICITED_MATERIAL,
            "transportGbp", SpendingCategory.TRANSPORT,
            "publicMeetingsGbp", SpendingCategory.PUBLIC_MEETINGS,
            "staffGbp", SpendingCategory.STAFF,
            "accommodationGbp", SpendingCategory.ACCOMMODATION,
            "administrationGbp", SpendingCategory.ADMINISTRATION);

    private final SpendingReturns returns;
    private final SpendingRights rights;
    private final Contests contests;
    private final Seats seats;
    private final OwnSeats ownSeats;
    private final DecisionClock clock;
    private final KeptReplies replies;

    SpendingReturnImport(
            SpendingReturns returns,
            SpendingRights rights,
            Contests contests,
            Seats seats,
            OwnSeats ownSeats,
            DecisionClock clock,
            KeptReplies replies) {
        this.returns = returns;
        this.rights = rights;
        this.contests = contests;
        this.seats = seats;
        this.ownSeats = ownSeats;
        this.clock = clock;
        this.replies = replies;
    }

    /** @throws Problem BROKEN_BODY, BODY_TOO_LARGE, INVALID_INPUT, SEAT_OUT_OF_REACH, ALREADY_RECORDED */
    Uni<Reply> take(Caller caller, SpooledBody body) {
        return body.read(in -> read(caller, in))
                .chain(read -> replies.once(201, session -> record(session, caller, read), receipt -> null));
    }

    private Uni<ImportReceipt> record(Mutiny.StatelessSession session, Caller caller, List<SpendingReturn> read) {
        Set<SeatCode> of = read.stream().map(one -> one.key().seat()).collect(Collectors.toSet());
        Set<String> elections = read.stream().map(one -> one.key().election()).collect(Collectors.toSet());
        return ownSeats.require(session, caller, of)
                .chain(() -> returns.turn(session))
                .chain(() -> returns.of(session, elections, of))
                .map(known -> fresh(read, known))
                .chain(fresh -> clock.now(session)
                        .chain(now -> returns.add(session, fresh, caller.name(), now))
                        .replaceWith(new ImportReceipt(fresh.size(), read.size() - fresh.size(), List.of())));
    }

    private static List<SpendingReturn> fresh(List<SpendingReturn> read, List<SpendingReturn> known) {
        Map<SpendingReturn.Key, SpendingReturn> recorded =
                known.stream().collect(Collectors.toMap(SpendingReturn::key, Function.identity()));
        List<SpendingReturn> fresh = new ArrayList<>();
        List<String> differing = new ArrayList<>();
        for (SpendingReturn one : read) {
            SpendingReturn same = recorded.get(one.key());
            if (same == null) {
                fresh.add(one);
            } else if (!same.equals(one)) {
                differing.add(one.key().text().replace('\t', ' '));
            }
        }
        if (!differing.isEmpty()) {
            throw ProblemType.ALREADY_RECORDED
                    .because("%d returns are recorded with other figures; nothing was written."
                            .formatted(differing.size()))
                    .with("returns", differing.stream().limit(MOST_NAMED).toList());
        }
        return fresh;
    }

    private List<SpendingReturn> read(Caller caller, InputStream csv) {
        SeatsOutOfReach outOfReach = new SeatsOutOfReach(rights, caller);
        try {
            Map<SpendingReturn.Key, Integer> lines = new HashMap<>();
            Sheet sheet = Sheet.read(
                    csv,
                    REQUIRED,
                    column ->
                            CATEGORIES.containsKey(column) || column.equals("electorate") || column.equals("limitGbp"),
                    MOST);
            Set<String> header = Set.copyOf(sheet.header());
            List<SpendingReturn> read = sheet.rows(row -> {
                SpendingReturn one = new Cells(row, header).read();
                SeatCode seat = one == null ? null : one.key().seat();
                if (seat != null) {
                    outOfReach.met(seat);
                    Integer earlier = lines.putIfAbsent(one.key(), row.line());
                    if (earlier != null) {
                        row.fault("candidate", "is in line %d already for this period".formatted(earlier));
                    }
                }
                return one;
            });
            outOfReach.refuse();
            return read;
        } catch (Problem fault) {
            // Those who may not record anything there need not learn what is wrong with the rows.
            outOfReach.refuse();
            throw fault;
        }
    }

    /** The cells of a row. */
    private final class Cells {

        private final Sheet.Row row;
        private final Set<String> header;

        Cells(Sheet.Row row, Set<String> header) {
            this.row = row;
            this.header = header;
        }

        /** @return null if there is no telling whose return it is */
        SpendingReturn read() {
            Contest contest = required("election", Contest.FORM, contests::find);
            SeatCode seat = required("seatCode", "a seat code", SeatCode::fromString);
            SpendingPeriod period = required("period", "long or short", SpendingPeriod::fromCode);
            String party = text("party", MOST_IN_PARTY);
            String candidate = text("candidate", MOST_IN_NAME);
            String source = text("source", MOST_IN_NAME);
            BigDecimal total = pounds("totalGbp");
            if (total == null && row.isEmpty("totalGbp")) {
                row.fault("totalGbp", "must not be empty");
            }
            Map<SpendingCategory, BigDecimal> byCategory = new EnumMap<>(SpendingCategory.class);
            CATEGORIES.forEach((column, category) -> {
                BigDecimal amount = pounds(column);
                if (amount != null) {
                    byCategory.put(category, amount);
                }
            });
            Integer electorate = electorate();
            BigDecimal limit = pounds("limitGbp");
            if (contest == null || seat == null || period == null) {
                return null;
            }
            checkHeld(contest, seat, period);
            return party == null || candidate == null
                    ? null
                    : new SpendingReturn(
                            new SpendingReturn.Key(contest.election(), seat, party, candidate, period),
                            electorate,
                            limit,
                            total,
                            byCategory,
                            source);
        }

        private void checkHeld(Contest contest, SeatCode seat, SpendingPeriod period) {
            if (!contest.isHeldIn(seat) || seats.find(seat).isEmpty()) {
                row.fault("seatCode", "no seat of this election has this code");
            } else if (LimitTable.find(contest, Contests.typeOf(seats.get(seat)), period)
                    .isEmpty()) {
                row.fault("period", "%s has no %s campaign".formatted(contest.election(), period.code()));
            }
        }

        private <V> V required(String column, String expected, Function<String, V> parser) {
            if (row.isEmpty(column)) {
                row.fault(column, "must not be empty");
                return null;
            }
            return row.parsed(column, expected, parser);
        }

        private String text(String column, int most) {
            String text = row.requiredText(column);
            if (text != null && Characters.count(text) > most) {
                row.fault(column, "must have at most %d characters".formatted(most));
            }
            return text;
        }

        private Integer electorate() {
            Integer electors = header.contains("electorate") ? row.wholeNumber("electorate") : null;
            if (electors != null && (electors < 0 || electors > MOST_ELECTORS)) {
                row.fault("electorate", "must be 0 to " + MOST_ELECTORS);
            }
            return electors;
        }

        private BigDecimal pounds(String column) {
            BigDecimal pounds = header.contains(column) ? row.decimal(column) : null;
            if (pounds == null) {
                return null;
            }
            if (pounds.signum() < 0
                    || pounds.compareTo(MOST_GBP) > 0
                    || pounds.stripTrailingZeros().scale() > 2) {
                row.fault(column, "must be 0 to %s pounds, to the penny".formatted(ExpenseOrder.MOST_GBP));
                return null;
            }
            return pounds.setScale(2);
        }
    }
}
