package uk.hustings.campaign.contact;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.Paged;

/** A page of rates with the span that they are of. */
@Schema(description = "A page of rates with the span that they are of, which is of whole weeks")
public record ContactRatePage(
        @Schema(examples = "seat", description = "seat, local-party or region")
        String by,

        @Schema(examples = "period", description = "week or period")
        String per,

        @Schema(examples = "2015-01-26", description = "A Monday")
        LocalDate from,

        @Schema(examples = "2015-04-19", description = "A Sunday")
        LocalDate to,

        List<ContactRateView> items,

        @Schema(nullable = true, description = "Cursor of the following page; null on the last")
        String next)
        implements Paged {

    static ContactRatePage of(String by, String per, Span span, Page<ContactRateView> page) {
        return new ContactRatePage(by, per, span.from(), span.to(), page.items(), page.next());
    }
}
