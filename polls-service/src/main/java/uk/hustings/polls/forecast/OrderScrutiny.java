package uk.hustings.polls.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.polls.average.Days;
import uk.hustings.polls.evidence.Extent;
import uk.hustings.polls.forecast.domain.BaselineSeat;
import uk.hustings.polls.forecast.domain.StartingPoint;
import uk.hustings.polls.seatref.domain.BoundarySet;
import uk.hustings.polls.seatref.domain.Party;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Holds what was asked for against what is known. Every fault is told at once. */
@ApplicationScoped
class OrderScrutiny {

    static final int USUAL_ELECTIONS = 10_000;
    static final int MOST_ELECTIONS = 50_000;

    /** What JavaScript still counts exactly. */
    private static final long LARGEST_SEED = 9_007_199_254_740_991L;

    private static final long USUAL_SEED = 1;

    private final Days days;

    OrderScrutiny(Days days) {
        this.days = days;
    }

    /** How much work is asked for. */
    record Draws(int elections, long seed) {}

    /** A sound order. */
    record Sound(
            Extent extent,
            LocalDate asOf,
            String boundarySet,
            StartingPoint start,
            Draws draws,
            Map<String, Set<String>> standing) {}

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT */
    Sound read(ForecastOrder order, SeatBook book) {
        List<FieldError> faults = new ArrayList<>();
        Extent extent = extent(order.evidence(), faults);
        Draws draws = draws(order.elections(), order.seed(), faults);
        LocalDate asOf = days.orToday(order.asOf());
        if (days.isInTheFuture(asOf)) {
            faults.add(FieldError.at("/asOf", "must not be in the future, was " + asOf));
        }
        String set = order.boundarySet() == null
                ? book.setOn(asOf).map(BoundarySet::code).orElse("")
                : order.boundarySet();
        if (book.seats(set).isEmpty()) {
            faults.add(FieldError.at(
                    "/boundarySet",
                    "must be one of %s, was \"%s\"".formatted(book.boundarySetCodes(), shortened(set))));
        }
        Faults.refuseAny(faults);
        StartingPoint start = start(book, set, asOf, "/boundarySet");
        Map<String, Set<String>> standing = standing(order.standing(), book, start, faults);
        Faults.refuseAny(faults);
        return new Sound(extent, asOf, set, start, draws, standing);
    }

    static Extent extent(String code, List<FieldError> faults) {
        if (code != null && !Extent.CODES.contains(code)) {
            faults.add(FieldError.at(
                    "/evidence", "must be one of %s, was \"%s\"".formatted(Extent.CODES, shortened(code))));
            return Extent.PUBLIC;
        }
        return Extent.of(code);
    }

    static Draws draws(Integer elections, Long seed, List<FieldError> faults) {
        if (elections != null && (elections < 1 || elections > MOST_ELECTIONS)) {
            faults.add(FieldError.at("/elections", "must be 1 to %d, was %d".formatted(MOST_ELECTIONS, elections)));
        }
        if (seed != null && (seed < 0 || seed > LARGEST_SEED)) {
            faults.add(FieldError.at("/seed", "must be 0 to %d, was %d".formatted(LARGEST_SEED, seed)));
        }
        return new Draws(elections == null ? USUAL_ELECTIONS : elections, seed == null ? USUAL_SEED : seed);
    }

    /**
     * @param pointer what is to be mended if no election on these boundaries is known by then
     * @throws uk.hustings.api.problem.Problem INVALID_INPUT
     */
    static StartingPoint start(SeatBook book, String set, LocalDate asOf, String pointer) {
        return StartingPoint.of(book, set, asOf)
                .filter(start -> !start.seats().isEmpty())
                .orElseGet(() -> {
                    Faults.refuseAny(List.of(FieldError.at(
                            pointer,
                            "there must be a general election on the boundaries %s, actual or notional, by %s; there is none"
                                    .formatted(set, asOf))));
                    throw new IllegalStateException();
                });
    }

    private static Map<String, Set<String>> standing(
            Map<String, List<String>> stated, SeatBook book, StartingPoint start, List<FieldError> faults) {
        Set<String> known = start.seats().stream().map(BaselineSeat::key).collect(Collectors.toSet());
        Map<String, Set<String>> standing = new TreeMap<>();
        (stated == null ? Map.<String, List<String>>of() : stated).forEach((party, seats) -> {
            String pointer = "/standing/" + shortened(party).replace("~", "~0").replace("/", "~1");
            if (party.equals(Party.OTHER) || book.party(party).isEmpty()) {
                faults.add(FieldError.at(pointer, "names no party that we know"));
            } else if (seats == null) {
                faults.add(FieldError.at(pointer, "must be a list"));
            } else {
                standing.put(party, seats(pointer, seats, known, start, faults));
            }
        });
        return standing;
    }

    private static Set<String> seats(
            String pointer, List<String> seats, Set<String> known, StartingPoint start, List<FieldError> faults) {
        for (int i = 0; i < seats.size(); i++) {
            if (!known.contains(String.valueOf(seats.get(i)))) {
                faults.add(FieldError.at(
                        pointer + "/" + i,
                        "names no seat that has a result in %s"
                                .formatted(start.baseline().id())));
            }
        }
        return seats.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    static String shortened(String text) {
        return text.length() > 50 ? text.substring(0, 50) + "…" : text;
    }
}
