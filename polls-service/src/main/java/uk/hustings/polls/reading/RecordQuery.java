package uk.hustings.polls.reading;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.reading.domain.TrackRecord.By;
import uk.hustings.polls.reading.domain.TrackRecord.Terms;

/** What a record may be asked for, as it is sent. */
public class RecordQuery {

    /** A month: what is further away is no forecast of the vote, and few pollsters would call it one. */
    private static final int USUAL_DAYS = 30;

    private static final int MOST_DAYS = 2000;

    @RestQuery
    @Parameter(
            description = "pollster, unless given; client: who paid; client-interest: what whoever paid has to gain",
            example = "pollster")
    String by;

    @RestQuery
    @Parameter(
            description = "From the end of the fieldwork to the vote at most so many days, 0 to 2000; 30 unless given",
            example = "30")
    String days;

    @RestQuery
    @Parameter(
            description = "Whether every poll counts, or, unless given, only the last of each area before a vote",
            example = "false")
    String everyPoll;

    @RestQuery
    @Parameter(
            description =
                    "Two answers with a comma between them, of whose lead the errors are told; unless given, those"
                            + " with most votes in the votes of each record",
            example = "con,lab")
    String lead;

    @RestQuery
    @Parameter(description = Parameters.FIGURES, example = "headline")
    String figures;

    /**
     * What is asked for.
     *
     * @param asOf never null
     */
    record Asked(Terms terms, int days, LocalDate asOf) {}

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER */
    Asked read(LocalDate asOf) {
        String whose = QueryParameter.oneOf("by", by, Codes.all(By.class));
        Integer most = QueryParameter.wholeNumber("days", days);
        if (most != null && (most < 0 || most > MOST_DAYS)) {
            throw QueryParameter.refused("days", "days must be 0 to %d, was %d".formatted(MOST_DAYS, most));
        }
        return new Asked(
                new Terms(
                        whose == null ? By.POLLSTER : Codes.read(By.class, whose),
                        Parameters.figures(figures),
                        Parameters.pair("lead", lead),
                        !Parameters.flag("everyPoll", everyPoll)),
                most == null ? USUAL_DAYS : most,
                asOf);
    }
}
