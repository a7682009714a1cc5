package uk.hustings.polls.reading;

import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.reading.domain.Baseline;

/** Elections that polls are held against, as they are asked for. */
final class Baselines {

    private Baselines() {}

    /**
     * The election that is meant.
     *
     * @return null if none is named and none is needed
     * @throws uk.hustings.api.problem.Problem INVALID_PARAMETER
     */
    static Baseline read(Selection selection, String baseline, boolean needed) {
        if (baseline == null || baseline.isBlank()) {
            if (needed) {
                throw QueryParameter.refused("baseline", "baseline must be given: the id of an election");
            }
            return null;
        }
        return selection
                .seats()
                .election(baseline.strip())
                .filter(election ->
                        !election.pollingDay().isAfter(selection.filter().asOf()))
                .map(election -> new Baseline(selection.seats(), election))
                .orElseThrow(
                        () -> QueryParameter.refused("baseline", "baseline names no election that was held by then"));
    }
}
