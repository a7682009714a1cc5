package uk.hustings.seats.feed;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.hustings.api.id.SeatCode;
import uk.hustings.seats.facts.domain.Standing;
import uk.hustings.seats.ranking.domain.Measure;
import uk.hustings.seats.ranking.domain.RankedSeat;
import uk.hustings.seats.ranking.domain.Ranking;
import uk.hustings.seats.ranking.domain.Side;
import uk.hustings.seats.seat.CentroidView;

/** How every seat stands for one party on one day. */
record StandingFeed(String party, LocalDate asOf, List<FedStanding> seats) {

    /**
     * @param postcodeCentroid mean place of its postcodes; null where not known
     * @param type as the source has it: {@code county}, {@code borough}, {@code burgh}
     * @param rank as challenger; null for a seat that the party holds or did not contest
     * @param swingRequiredPts null where there is no rank
     * @param majorityPct the winner's over the second, points; null if there is no result
     */
    record FedStanding(
            SeatCode seatCode,
            String name,
            String regionCode,
            String country,
            String type,
            int electorate,
            CentroidView centroid,
            CentroidView postcodeCentroid,
            String holder,
            Integer rank,
            Double swingRequiredPts,
            Double majorityPct) {

        private static FedStanding of(Standing standing, RankedSeat ranked) {
            boolean hasRank = ranked != null && ranked.gap() != null;
            return new FedStanding(
                    standing.seat().code(),
                    standing.seat().name(),
                    standing.seat().regionCode(),
                    standing.seat().country(),
                    standing.seat().type(),
                    standing.seat().electorate(),
                    CentroidView.of(standing.seat().centroid()),
                    standing.seat().postcodeCentroid() == null
                            ? null
                            : CentroidView.of(standing.seat().postcodeCentroid()),
                    standing.holder(),
                    hasRank ? ranked.rank() : null,
                    hasRank ? ranked.gap().swingRequiredPts() : null,
                    standing.latest() == null ? null : standing.latest().majorityPct());
        }
    }

    static StandingFeed of(String party, LocalDate asOf, List<Standing> standings) {
        Map<SeatCode, RankedSeat> ranks = new HashMap<>();
        Ranking.of(standings, party, Side.CHALLENGER, Measure.POINTS)
                .forEach(ranked -> ranks.put(ranked.standing().seat().code(), ranked));
        return new StandingFeed(
                party,
                asOf,
                standings.stream()
                        .map(standing -> FedStanding.of(
                                standing, ranks.get(standing.seat().code())))
                        .toList());
    }
}
