package uk.hustings.seats.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.time.DomainClock;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.party.domain.Party;

/** Reads query parameters in the light of the facts: a code that nothing is known of is refused, not an empty list. */
@ApplicationScoped
public class FactsQuery {

    private final DomainClock clock;

    FactsQuery(DomainClock clock) {
        this.clock = clock;
    }

    /** @return the day asked for; the domain's today if none is */
    public LocalDate asOf(String text) {
        LocalDate day = QueryParameter.date("asOf", text);
        return day == null ? clock.today() : day;
    }

    /** @return null if absent */
    public String region(Facts facts, String text) {
        return QueryParameter.oneOf("region", text, facts.regions());
    }

    /** @return null if absent; never the bucket of all others, which holds and challenges nothing */
    public String party(String name, Facts facts, String text) {
        List<String> codes = facts.parties().stream()
                .map(Party::code)
                .filter(code -> !code.equals(Party.OTHER))
                .toList();
        return QueryParameter.oneOf(name, text, codes);
    }

    /** @return null if absent */
    public SeatCode seat(Facts facts, String text) {
        SeatCode seat = QueryParameter.seat("seat", text);
        if (seat != null && facts.seat(seat).isEmpty()) {
            throw QueryParameter.refused(
                    "seat", "seat %s is not known; GET /v1/seats lists those that are".formatted(seat));
        }
        return seat;
    }
}
