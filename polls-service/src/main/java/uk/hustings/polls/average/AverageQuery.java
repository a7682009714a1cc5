package uk.hustings.polls.average;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.polls.average.domain.NationalPolls;
import uk.hustings.polls.evidence.Extent;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.poll.domain.Population;

/** Of which polls an average is wanted, as it is sent. */
public class AverageQuery {

    private static final List<String> NATIONAL = List.of(Codes.codeOf(Geography.GB), Codes.codeOf(Geography.UK));

    @RestQuery
    @Parameter(
            description = "public unless given; internal, from all evidence, needs forecast:read-internal",
            example = "public")
    String evidence;

    @RestQuery
    @Parameter(description = "gb or uk; polls of both unless given", example = "gb")
    String geography;

    @RestQuery
    @Parameter(
            description = "adults or registered-voters; polls of both, who are voters, unless given. Party members are"
                    + " another population, of which there is no average",
            example = "adults")
    String population;

    /** The same, read. */
    record Wanted(Extent extent, Geography geography, Population population) {

        String geographyCode() {
            return geography == null ? null : Codes.codeOf(geography);
        }

        String populationCode() {
            return population == null ? null : Codes.codeOf(population);
        }
    }

    /**
     * Reads it.
     *
     * @throws uk.hustings.api.problem.Problem INVALID_PARAMETER; EVIDENCE_NOT_COMPARABLE
     */
    Wanted read() {
        String area = QueryParameter.oneOf("geography", geography, NATIONAL);
        String people = QueryParameter.oneOf("population", population, Codes.all(Population.class));
        Population asked = people == null ? null : Codes.read(Population.class, people);
        if (asked != null && !NationalPolls.VOTERS.contains(asked)) {
            throw ProblemType.EVIDENCE_NOT_COMPARABLE
                    .because(
                            "National averages are of voters, whom adults and registered-voters are samples of. Each poll"
                                    + " of %s speaks for the members of one party at one time; read it by itself."
                                            .formatted(people))
                    .with("parameter", "population");
        }
        return new Wanted(
                Extent.of(QueryParameter.oneOf("evidence", evidence, Extent.CODES)),
                area == null ? null : Codes.read(Geography.class, area),
                asked);
    }
}
