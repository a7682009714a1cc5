package uk.hustings.seats.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.Paged;
import uk.hustings.seats.facts.domain.Facts;

/** One page of a list that depends on the day. */
public record DatedPage<T>(
        @Schema(description = "The end of this day is told", examples = "2015-04-14")
        LocalDate asOf,

        @Schema(
                nullable = true,
                description = "The seats are those of this set; null while no seat is recorded",
                examples = "2010")
        String boundarySet,

        @Schema(
                nullable = true,
                description =
                        "The last day of which anything is known of these seats, if asOf is after it: the data's or the "
                                + "boundary set's",
                examples = "2024-07-04")
        LocalDate dataTo,

        List<T> items,

        @Schema(nullable = true, description = "Cursor of the following page; null on the last")
        String next)
        implements Paged {

    public static <S, T> DatedPage<T> of(
            Facts facts, LocalDate asOf, String boundarySet, Page<S> page, Function<S, T> view) {
        return new DatedPage<>(
                asOf,
                boundarySet,
                facts.dataTo(boundarySet, asOf).orElse(null),
                page.items().stream().map(view).toList(),
                page.next());
    }
}
