package uk.hustings.polls.average;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import uk.hustings.polls.average.domain.AverageParameters;
import uk.hustings.polls.average.domain.NationalAverage;
import uk.hustings.polls.average.domain.NationalPoll;
import uk.hustings.polls.average.domain.NationalPolls;
import uk.hustings.polls.evidence.Extent;
import uk.hustings.polls.evidence.InternalEvidence;
import uk.hustings.polls.forecast.Parameters;
import uk.hustings.polls.seatref.Seats;
import uk.hustings.polls.seatref.domain.Election;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * National averages of the polls of one Parliament each: a general election tells what opinion was, and the polls before it
 * no longer count. Each is worked out once, until other polls go into it.
 */
@ApplicationScoped
public class Averages {

    /** Each takes some megabytes. Several stretches of one question are needed for a long series. */
    private static final int KEPT = 8;

    private record Key(List<NationalPoll> polls, AverageParameters parameters) {}

    /**
     * The time between two general elections.
     *
     * @param since polling day of the first; null if none is known
     * @param until polling day of the second; null if none is known
     * @param polls fielded between, by end of fieldwork
     */
    record Stretch(LocalDate since, LocalDate until, List<NationalPoll> polls, NationalAverage average) {

        boolean holds(LocalDate day) {
            return (since == null || !day.isBefore(since)) && (until == null || day.isBefore(until));
        }
    }

    private final InternalEvidence evidence;
    private final Seats seats;
    private final Parameters parameters;
    private final Cache<Key, NationalAverage> averages =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    Averages(InternalEvidence evidence, Seats seats, Parameters parameters) {
        this.evidence = evidence;
        this.seats = seats;
        this.parameters = parameters;
    }

    /** What averages of this evidence are made from at the moment: they change only when this does. */
    Object edition(Extent extent) {
        return List.of(evidence.edition(extent), seats.version());
    }

    /**
     * The stretch that a day lies in. A result counts from its polling day. Takes up to some tenths of a second: not for
     * the event loop.
     *
     * @throws uk.hustings.api.problem.Problem NOT_READY
     */
    Stretch around(AverageQuery.Wanted wanted, LocalDate day) {
        SeatBook book = seats.book();
        TreeSet<LocalDate> pollingDays = new TreeSet<>();
        book.elections().stream()
                .filter(election -> election.isGeneral() && !election.isNotional())
                .map(Election::pollingDay)
                .forEach(pollingDays::add);
        LocalDate since = pollingDays.floor(day);
        LocalDate until = pollingDays.higher(day);
        List<NationalPoll> polls = new NationalPolls(wanted.geography(), wanted.population(), since, until)
                .among(evidence.of(wanted.extent()).stream(), code -> book.party(code)
                        .isPresent());
        Key key = new Key(polls, parameters.values().average());
        return new Stretch(
                since,
                until,
                polls,
                averages.get(key, wantedNow -> NationalAverage.of(wantedNow.polls, wantedNow.parameters)));
    }

    /** How far polls miss elections: the variance of a share is (100·this)²·p(1−p). */
    double electionError() {
        return parameters.values().national();
    }
}
