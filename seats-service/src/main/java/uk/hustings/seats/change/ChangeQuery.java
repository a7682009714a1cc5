package uk.hustings.seats.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.Problem;
import uk.hustings.seats.change.domain.PartyPair;
import uk.hustings.seats.change.domain.SameBoundaries;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.election.domain.ElectionKind;
import uk.hustings.seats.facts.FactsQuery;
import uk.hustings.seats.facts.domain.Facts;

/** Reads what only questions about change ask for: two parties, changes of shares, an election to start from. */
@ApplicationScoped
class ChangeQuery {

    /** The most that a share can gain or lose, in points. */
    static final BigDecimal MOST = BigDecimal.valueOf(100);

    private static final Pattern CHANGE = Pattern.compile("\\s*([a-z0-9-]+)\\s*:\\s*([+-]?\\d+(?:\\.\\d+)?)\\s*");

    private final FactsQuery query;

    ChangeQuery(FactsQuery query) {
        this.query = query;
    }

    /** Two codes with a comma between them; null if absent. */
    PartyPair pair(Facts facts, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String[] codes = text.split(",", -1);
        if (codes.length != 2 || codes[0].isBlank() || codes[0].strip().equals(codes[1].strip())) {
            throw QueryParameter.refused("parties", "parties must be two different codes, for example con,lab");
        }
        return new PartyPair(query.party("parties", facts, codes[0]), known(facts, codes[1]));
    }

    /** Points by party, {@code con:-3.5,lab:2}; at least one. */
    Map<String, Double> changes(Facts facts, String text) {
        QueryParameter.required("change", text == null || text.isBlank() ? null : text);
        Map<String, Double> changes = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            Matcher change = CHANGE.matcher(pair);
            if (!change.matches()) {
                throw refused("must be pairs of a party and points, for example con:-3.5,lab:2; \"%s\" is none"
                        .formatted(pair));
            }
            String party = change.group(1);
            if (facts.party(party).isEmpty()) {
                throw refused(
                        "names party %s, which is not known; GET /v1/parties lists those that are".formatted(party));
            }
            BigDecimal points = new BigDecimal(change.group(2));
            if (points.abs().compareTo(MOST) > 0) {
                throw refused("must be -%1$s to %1$s points for each party, was %2$s for %3$s"
                        .formatted(MOST, change.group(2), party));
            }
            if (changes.put(party, points.doubleValue()) != null) {
                throw refused("names party %s twice".formatted(party));
            }
        }
        return changes;
    }

    /** An election that must be named. */
    Election election(String name, Facts facts, String text) {
        String id = QueryParameter.required(name, text == null || text.isBlank() ? null : text.strip());
        return facts.election(id)
                .orElseThrow(() -> QueryParameter.refused(
                        name, "%s must be the id of an election; GET /v1/elections lists them".formatted(name)));
    }

    /** The general election, actual or notional, that a projection starts from. */
    Election baseline(Facts facts, String text) {
        Election election = election("baseline", facts, text);
        if (election.kind() != ElectionKind.GENERAL) {
            throw QueryParameter.refused(
                    "baseline", "baseline must be a general election; GET /v1/elections?kind=general lists them");
        }
        return election;
    }

    /** The seats that are asked about. */
    Area area(Facts facts, String region, String country) {
        return new Area(query.region(facts, region), query.country(facts, country));
    }

    /** Refuses two elections that are told on different boundaries, and says which notional result would do. */
    void requireSameBoundaries(Facts facts, Election from, Election to) {
        SameBoundaries.objection(from, to, facts.elections()).ifPresent(objection -> {
            throw QueryParameter.refused("from", objection);
        });
    }

    private String known(Facts facts, String code) {
        return QueryParameter.required("parties", query.party("parties", facts, code));
    }

    private static Problem refused(String detail) {
        return QueryParameter.refused("change", "change " + detail);
    }
}
