package uk.hustings.seats.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.time.DomainClock;
import uk.hustings.seats.facts.domain.BoundarySet;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.party.domain.Party;
import uk.hustings.seats.seat.domain.Overlap;
import uk.hustings.seats.seat.domain.Seat;
import uk.hustings.seats.seat.domain.SeatKey;

/** Reads parameters in the light of the facts: a code that nothing is known of is refused, not an empty list. */
@ApplicationScoped
public class FactsQuery {

    private final DomainClock clock;

    FactsQuery(DomainClock clock) {
        this.clock = clock;
    }

    /**
     * @return the day asked for; the domain's today if none is
     * @throws Problem INVALID_PARAMETER for a day before the first of which anything is known
     */
    public LocalDate asOf(Facts facts, String text) {
        return day("asOf", facts, text);
    }

    /** The same under another name. */
    public LocalDate day(String name, Facts facts, String text) {
        LocalDate day = QueryParameter.date(name, text);
        if (day == null) {
            return clock.today();
        }
        facts.from().filter(day::isBefore).ifPresent(from -> {
            throw QueryParameter.refused(name, "%s must be %s or later: the facts begin there".formatted(name, from));
        });
        return day;
    }

    /** @return code of the set asked for; of the one in force on the day if none is, null if there is no seat at all */
    public String boundarySet(Facts facts, String text, LocalDate day) {
        String code = boundarySet(facts, text);
        return code != null
                ? code
                : facts.boundarySetOn(day).map(BoundarySet::code).orElse(null);
    }

    /** @return null if absent */
    public String boundarySet(Facts facts, String text) {
        return QueryParameter.oneOf(
                "boundarySet",
                text,
                facts.boundarySets().stream().map(BoundarySet::code).toList());
    }

    /** @return null if absent */
    public String region(Facts facts, String text) {
        return QueryParameter.oneOf("region", text, facts.regions());
    }

    /** @return null if absent */
    public String country(Facts facts, String text) {
        return QueryParameter.oneOf("country", text, facts.countries());
    }

    /** @return null if absent; never the bucket of all others, which holds and challenges nothing */
    public String party(String name, Facts facts, String text) {
        List<String> codes = facts.parties().stream()
                .map(Party::code)
                .filter(code -> !code.equals(Party.OTHER))
                .toList();
        return QueryParameter.oneOf(name, text, codes);
    }

    /**
     * A seat of a boundary set, given as a parameter.
     *
     * @return null if absent
     */
    public Seat seat(Facts facts, String text, String boundarySet) {
        SeatCode code = QueryParameter.seat("seat", text);
        if (code == null) {
            return null;
        }
        return facts.seat(new SeatKey(boundarySet, code)).orElseThrow(() -> {
            List<Seat> others = facts.seats(code);
            return others.isEmpty()
                    ? QueryParameter.refused(
                            "seat", "seat %s is not known; GET /v1/seats lists those that are".formatted(code))
                    : hinted(
                            QueryParameter.refused(
                                    "seat",
                                    "seat %s is none of boundary set %s but of %s"
                                            .formatted(
                                                    code,
                                                    boundarySet,
                                                    others.get(0).boundarySet())),
                            facts,
                            others.get(0));
        });
    }

    /**
     * The seat of a path: of the boundary set asked for; without one, of the set in force on the day if the code stands
     * there, else of the one where it does.
     *
     * @throws Problem NOT_FOUND, with what became of the seat if it is one of another boundary set
     */
    public Seat seatOfPath(Facts facts, SeatCode code, String boundarySet, LocalDate day) {
        List<Seat> all = facts.seats(code);
        if (all.isEmpty()) {
            throw ProblemType.NOT_FOUND.because("No seat has this code.");
        }
        String wanted = boundarySet(facts, boundarySet, day);
        return all.stream()
                .filter(seat -> seat.boundarySet().equals(wanted))
                .findFirst()
                .or(() -> boundarySet == null || boundarySet.isBlank()
                        ? all.stream().findFirst()
                        : Optional.empty())
                .orElseThrow(() -> hinted(
                        ProblemType.NOT_FOUND.because("This is no code of boundary set %s but of %s."
                                .formatted(wanted, all.get(0).boundarySet())),
                        facts,
                        all.get(0)));
    }

    private static Problem hinted(Problem problem, Facts facts, Seat seat) {
        return problem.with("boundarySet", seat.boundarySet())
                .with(
                        "successors",
                        codes(facts.successors(seat.key()).stream()
                                .map(Overlap::to)
                                .toList()))
                .with(
                        "predecessors",
                        codes(facts.predecessors(seat.key()).stream()
                                .map(Overlap::from)
                                .toList()));
    }

    private static List<String> codes(List<SeatKey> seats) {
        return seats.stream().map(seat -> seat.code().value()).sorted().toList();
    }
}
