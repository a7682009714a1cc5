package uk.hustings.campaign.reach;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.hustings.access.AccessRules;
import uk.hustings.access.Caller;
import uk.hustings.access.Reach;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.reach.domain.Journey;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.strategy.Strategy;

/** Journeys of the local parties that a caller may see. */
@ApplicationScoped
class ReachReader {

    private static final String READ = "allocation:read";

    private final Journeys journeys;
    private final TravelMatrices matrices;
    private final LocalParties parties;
    private final Seats seats;
    private final Strategy strategy;
    private final AccessRules rules;
    private final DomainClock clock;

    ReachReader(
            Journeys journeys,
            TravelMatrices matrices,
            LocalParties parties,
            Seats seats,
            Strategy strategy,
            AccessRules rules,
            DomainClock clock) {
        this.journeys = journeys;
        this.matrices = matrices;
        this.parties = parties;
        this.seats = seats;
        this.strategy = strategy;
        this.rules = rules;
        this.clock = clock;
    }

    /** By the id of the local party, of each the nearest seat first. */
    Stream<ReachView> all(Caller caller, ReachQuery query) {
        SeatCode to = query.seatCode();
        double limit = query.limitHours();
        return wanted(caller, query).stream()
                .flatMap(party -> of(caller, party, limit))
                .filter(view -> to == null || to.equals(view.seatCode()));
    }

    /**
     * As {@link #all}, of which no more is made than the page needs.
     *
     * @throws Problem CURSOR_REFUSED if the last journey of the page before is no longer there
     */
    ReachPage page(Caller caller, ReachQuery query, PageRequest page) {
        String after = page.after();
        List<ReachView> rows = all(caller, query)
                .dropWhile(view -> after != null && !after.equals(keyOf(view)))
                .limit(page.limit() + 2L)
                .toList();
        if (after != null && rows.isEmpty()) {
            throw ProblemType.CURSOR_REFUSED.because("The travel times have changed; start without a cursor.");
        }
        int from = after == null ? 0 : 1;
        List<ReachView> rest = rows.subList(from, Math.min(rows.size(), from + page.limit() + 1));
        return ReachPage.of(basis(wanted(caller, query)), Page.ofRows(rest, page, ReachReader::keyOf));
    }

    /** The nearest seat first. */
    Stream<ReachView> of(Caller caller, LocalParty party, double limitHours) {
        Predicate<SeatCode> classKnown = rules.seatsWithin(caller, "strategy:read", clock.instant());
        return journeys.from(party, limitHours).stream().map(journey -> view(party, journey, classKnown));
    }

    /** What the times rest on; what is missing is counted of these local parties. */
    ReachBasis basis(List<LocalParty> asked) {
        int missing = journeys.unreachablePairs(journeys.times(), asked);
        return matrices.inForce()
                .map(travel -> ReachBasis.of(travel.version(), missing))
                .orElseGet(() -> ReachBasis.greatCircle(missing));
    }

    /** @throws Problem NOT_FOUND, also for one that was merged; SEAT_OUT_OF_REACH */
    LocalParty party(Caller caller, String id) {
        LocalParty party = parties.find(id)
                .filter(found -> !found.merged())
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("No local party has this id."));
        if (!within(caller).test(party)) {
            throw ProblemType.SEAT_OUT_OF_REACH.because("None of your roles covers a seat of this local party.");
        }
        return party;
    }

    static String keyOf(ReachView view) {
        return view.localParty() + " " + view.seatCode();
    }

    private List<LocalParty> wanted(Caller caller, ReachQuery query) {
        return parties.all().stream()
                .filter(party -> query.localParty == null || query.localParty.equals(party.localParty()))
                .filter(within(caller))
                .sorted(Comparator.comparing(LocalParty::localParty))
                .toList();
    }

    private Predicate<LocalParty> within(Caller caller) {
        if (rules.reach(caller, READ) == Reach.ALL) {
            return party -> true;
        }
        Predicate<SeatCode> own = rules.seatsWithin(caller, READ, clock.instant());
        return party -> party.seatCodes().stream().anyMatch(own);
    }

    private ReachView view(LocalParty party, Journey journey, Predicate<SeatCode> classKnown) {
        SeatCode seat = journey.to();
        return ReachView.of(
                party.localParty(),
                seat,
                seats.get(seat).name(),
                journey.travel(),
                classKnown.test(seat) ? strategy.classOf(seat).code() : null);
    }
}
