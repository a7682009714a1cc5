package uk.hustings.polls.reading;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.reading.domain.PairedFigures;

/** What of two parties is held against each other, as it is sent. */
public class CorrelationQuery {

    /** What can be held against each other. */
    enum Of {
        SHARES,
        WAVE_CHANGES,
        BASELINE_CHANGES
    }

    @RestQuery
    @Parameter(description = "One party", required = true, example = "con")
    String x;

    @RestQuery
    @Parameter(description = "The other party", required = true, example = "ukip")
    String y;

    @RestQuery
    @Parameter(
            description =
                    "shares, unless given; wave-changes: since the wave before; baseline-changes: since the election"
                            + " that baseline names, ge2010 for example",
            example = "shares")
    String of;

    @RestQuery
    @Parameter(description = "Id of an election; needed for baseline-changes", example = "ge2010")
    String baseline;

    @RestQuery
    @Parameter(description = Parameters.FIGURES, example = "headline")
    String figures;

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER */
    Of of() {
        String code = QueryParameter.oneOf("of", of, Codes.all(Of.class));
        return code == null ? Of.SHARES : Codes.read(Of.class, code);
    }

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER */
    PairedFigures pair() {
        PairedFigures pair = new PairedFigures(
                QueryParameter.required("x", Parameters.option("x", x)),
                QueryParameter.required("y", Parameters.option("y", y)),
                Parameters.figures(figures));
        if (pair.x().equals(pair.y())) {
            throw QueryParameter.refused("y", "y must be another party than x");
        }
        return pair;
    }
}
