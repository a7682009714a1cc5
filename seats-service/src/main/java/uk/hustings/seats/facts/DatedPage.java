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
                description = "The last day of which anything is known, if asOf is after it",
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
                dataTo(facts, asOf),
                page.items().stream().map(view).toList(),
                page.next());
    }

    /** The last day of which anything is known, if {@code asOf} is after it; else null. */
    public static LocalDate dataTo(Facts facts, LocalDate asOf) {
        return facts.to().filter(asOf::isAfter).orElse(null);
    }
}
