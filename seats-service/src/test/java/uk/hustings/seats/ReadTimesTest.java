package uk.hustings.seats;

import static java.util.Map.entry;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.hustings.test.ReadTimes;

/** With all real data: without filters, and with the largest pages. */
@QuarkusTest
class ReadTimesTest {

    private static final Map<String, String> REQUESTS = Map.ofEntries(
            entry("listBoundarySets", "/v1/boundary-sets"),
            entry("listElections", "/v1/elections?limit=200"),
            entry("getElection", "/v1/elections/ge2010"),
            entry("listElectionResults", "/v1/elections/ge2010/results?limit=200"),
            entry("exportElectionResults", "/v1/elections/ge2010/results.csv"),
            entry("listResultRevisions", "/v1/elections/ge2010/results/E14000653/history"),
            entry("listParties", "/v1/parties"),
            entry(
                    "projectUniformSwing",
                    "/v1/projections/uniform-swing?baseline=ge2010&change=con:-3.5,lab:2,ld:-9&limit=200"),
            entry(
                    "exportUniformSwing",
                    "/v1/projections/uniform-swing.csv?baseline=ge2010&change=con:-3.5,lab:2,ld:-9"),
            entry("listRankings", "/v1/rankings?party=lab&limit=200&sort=-majority&near=53.38,-1.47"),
            entry("exportRankings", "/v1/rankings.csv?party=lab&sort=-majority&near=53.38,-1.47"),
            entry("compareRankings", "/v1/rankings/comparison?party=lab&from=2010-05-31&limit=200&top=650"),
            entry("listRegions", "/v1/regions"),
            entry("getRegionSeries", "/v1/regions/E12000007/series"),
            entry("listSeats", "/v1/seats?limit=200&sort=-majority&near=53.38,-1.47"),
            entry("exportSeats", "/v1/seats.csv?sort=-majority&near=53.38,-1.47"),
            entry("getHexMap", "/v1/seats.hexjson"),
            entry("getSeat", "/v1/seats/E14000653"),
            entry("getSeatHistory", "/v1/seats/E14000653/history"),
            entry("listNeighbours", "/v1/seats/E14000653/neighbours"),
            entry("listPredecessors", "/v1/seats/E14001468/predecessors"),
            entry("getSeatSeries", "/v1/seats/E14000648/series"),
            entry("listSuccessors", "/v1/seats/E14000653/successors?boundarySet=2010"),
            entry("listSwings", "/v1/swings?from=ge2010&to=ge2015&parties=con,lab&limit=200"),
            entry("exportSwings", "/v1/swings.csv?from=ge2010&to=ge2015&parties=con,lab"));

    @BeforeEach
    void importRealData() {
        Imported.once();
    }

    @Test
    void everyPublicReadTakesLessThan200Milliseconds() {
        ReadTimes.areBelow(200, REQUESTS, Set.of());
    }
}
