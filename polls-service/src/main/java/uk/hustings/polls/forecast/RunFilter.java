package uk.hustings.polls.forecast;

import java.time.LocalDate;
import java.util.List;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.polls.evidence.Extent;

/** Which runs are meant; null stands for any. */
record RunFilter(Extent extent, Run.Status status, LocalDate asOf) {

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER */
    static RunFilter read(String evidence, String status, String asOf) {
        String extent = QueryParameter.oneOf("evidence", evidence, Extent.CODES);
        String code = QueryParameter.oneOf("status", status, Run.Status.CODES);
        return new RunFilter(
                extent == null ? null : Extent.of(extent),
                code == null ? null : Run.Status.of(code),
                QueryParameter.date("asOf", asOf));
    }

    /** @param visible what the caller may know of, in the order of the list */
    Page<RunView> page(List<Run> visible, Integer limit, String cursor, String list) {
        return Page.of(
                        visible.stream().filter(this::admits).toList(),
                        PageRequest.of(limit, cursor, list, this),
                        run -> run.runId().toString())
                .map(RunView::of);
    }

    private boolean admits(Run run) {
        return (extent == null || run.extent() == extent)
                && (status == null || run.status() == status)
                && (asOf == null || run.asOf().equals(asOf));
    }
}
