package uk.hustings.polls.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.hustings.polls.average.domain.NationalPoll;
import uk.hustings.polls.average.domain.NationalPolls;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.forecast.domain.BaselineSeat;
import uk.hustings.polls.forecast.domain.ForecastInputs;
import uk.hustings.polls.forecast.domain.ParameterSet;
import uk.hustings.polls.forecast.domain.SeatPoll;
import uk.hustings.polls.forecast.domain.SeatPolls;
import uk.hustings.polls.forecast.domain.StartingPoint;
import uk.hustings.polls.seatref.domain.Election;
import uk.hustings.polls.seatref.domain.Seat;
import uk.hustings.polls.seatref.domain.SeatBook;

/** Takes together what a forecast is made from, so that nothing that changes later changes it. */
@ApplicationScoped
class Freezer {

    /** Of the newest national poll; older ones say little of today. */
    private static final int DAYS_UNTIL_STALE = 30;

    private static final int SEATS_NAMED = 5;

    private final Parameters parameters;
    private final Canonical canonical;

    Freezer(Parameters parameters, Canonical canonical) {
        this.parameters = parameters;
        this.canonical = canonical;
    }

    /**
     * What was taken together.
     *
     * @param text as it is stored
     * @param hash of the text
     * @param warnings whoever reads the result should know
     */
    record Frozen(FrozenInputs document, String text, String hash, List<String> warnings) {

        int seatPolls() {
            return (int) document.inputs().seatPolls().stream()
                    .filter(poll -> !poll.house().equals(SeatPoll.BY_ELECTION))
                    .count();
        }

        int byElections() {
            return document.inputs().seatPolls().size() - seatPolls();
        }
    }

    /**
     * Takes some tenths of a second: not for the event loop.
     *
     * @param start of the boundary set as of the day
     * @param standing seats by party; the baseline and the polls decide on parties that are absent
     */
    Frozen freeze(
            SeatBook book,
            Evidence evidence,
            String boundarySet,
            StartingPoint start,
            LocalDate asOf,
            Map<String, Set<String>> standing) {
        ParameterSet taken = parameters.inForce();
        Predicate<String> isParty = code -> book.party(code).isPresent();
        LocalDate after = start.baseline().pollingDay();
        List<NationalPoll> national = new NationalPolls(null, null, after, asOf).among(evidence.stream(), isParty);
        Set<String> keys = start.seats().stream().map(BaselineSeat::key).collect(Collectors.toSet());
        List<SeatPoll> ofSeats = new ArrayList<>(
                new SeatPolls(boundarySet, after, asOf).among(evidence.stream(), isParty, keys::contains));
        Set<String> polled = Stream.concat(
                        national.stream().flatMap(poll -> poll.sharesPct().keySet().stream()),
                        ofSeats.stream().flatMap(poll -> poll.sharesPct().keySet().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
        ofSeats.addAll(start.byElections());
        ofSeats.sort(Comparator.comparing(SeatPoll::end).thenComparing(SeatPoll::id));
        FrozenInputs document = new FrozenInputs(
                FrozenInputs.MODEL,
                boundarySet,
                start.baseline().id(),
                taken.version(),
                new ForecastInputs(
                        asOf,
                        start.seats().stream()
                                .sorted(Comparator.comparing(BaselineSeat::key))
                                .toList(),
                        national,
                        ofSeats,
                        start.successors(book, polled),
                        standing,
                        taken.parameters()));
        String text = canonical.inputs(document);
        return new Frozen(
                document, text, Canonical.sha256(text), warnings(book, start, boundarySet, national, asOf, taken));
    }

    private static List<String> warnings(
            SeatBook book,
            StartingPoint start,
            String boundarySet,
            List<NationalPoll> national,
            LocalDate asOf,
            ParameterSet taken) {
        return Stream.of(
                        notBlind(taken, asOf),
                        notional(start.baseline()),
                        stale(national, start.baseline(), asOf),
                        withoutBaseline(book.seats(boundarySet), start))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> notBlind(ParameterSet taken, LocalDate asOf) {
        return taken.outcomesUntil().isBefore(asOf)
                ? Optional.empty()
                : Optional.of(
                        ("Parameters of version %s were fitted on votes up to %s, which is not before %s: this is no"
                                        + " blind forecast.")
                                .formatted(taken.version(), taken.outcomesUntil(), asOf));
    }

    private static Optional<String> notional(Election baseline) {
        return baseline.isNotional()
                ? Optional.of("The baseline %s is notional: an estimate from votes cast on other boundaries."
                        .formatted(baseline.id()))
                : Optional.empty();
    }

    private static Optional<String> stale(List<NationalPoll> national, Election baseline, LocalDate asOf) {
        if (national.isEmpty()) {
            return Optional.of("No national poll has been fielded between %s and %s: no national swing is known."
                    .formatted(baseline.id(), asOf));
        }
        LocalDate newest = national.get(national.size() - 1).end();
        return newest.isBefore(asOf.minusDays(DAYS_UNTIL_STALE))
                ? Optional.of("The newest national poll ended on %s, %d days before."
                        .formatted(newest, ChronoUnit.DAYS.between(newest, asOf)))
                : Optional.empty();
    }

    private static Optional<String> withoutBaseline(List<Seat> seats, StartingPoint start) {
        Set<String> known = start.seats().stream().map(BaselineSeat::key).collect(Collectors.toSet());
        List<String> missing = seats.stream()
                .map(seat -> seat.code().value())
                .filter(code -> !known.contains(code))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("%d seats have no result in %s and are left out: %s%s"
                        .formatted(
                                missing.size(),
                                start.baseline().id(),
                                missing.stream().limit(SEATS_NAMED).collect(Collectors.joining(", ")),
                                missing.size() > SEATS_NAMED ? " …" : ""));
    }
}
