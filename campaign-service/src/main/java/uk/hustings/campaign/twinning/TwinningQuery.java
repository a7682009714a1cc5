package uk.hustings.campaign.twinning;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.twinning.domain.TwinningStatus;

/** Which twinnings are asked for, as the query says. */
public class TwinningQuery {

    @RestQuery
    @Parameter(description = "The local party that gives its time", example = "exeter")
    String donor;

    @RestQuery
    @Parameter(description = "The seat where help is wanted", example = "E14000653")
    String target;

    @RestQuery
    @Parameter(description = "proposed, accepted, refused or ended", example = "accepted")
    String status;

    @RestQuery
    @Parameter(description = "A London day of the period", example = "2015-04-14")
    String on;

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER */
    Twinnings.Wanted wanted() {
        String code = QueryParameter.oneOf("status", status, TwinningStatus.codes());
        return new Twinnings.Wanted(
                donor == null || donor.isBlank() ? null : donor.strip(),
                QueryParameter.seat("target", target),
                code == null ? null : TwinningStatus.fromCode(code),
                QueryParameter.date("on", on));
    }

    /** What decides which twinnings are in the list. */
    List<String> view() {
        return Arrays.asList(donor, target, status, on);
    }
}
