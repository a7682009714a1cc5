package uk.hustings.campaign.resource;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** What one holder has in some weeks, as somebody states it. */
@Schema(name = "ResourceOrder", description = "What one holder has in some weeks, and where that comes from")
public record ResourceOrder(
        @NotNull @Schema(examples = "local-party", description = "local-party, region or national")
        String holderKind,

        @Size(max = 80)
        @Schema(
                examples = "exeter",
                nullable = true,
                description = "Id of the local party, or GSS code of the region; left out of the national party")
        String holder,

        @NotNull
        @Schema(examples = "pledged", description = "pledged or estimated; measured is worked out and cannot be stated")
        String basis,

        @PlainText(max = StatementValidator.MOST_IN_SOURCE)
        @Schema(examples = "Committee of 13 April", description = "Where the amounts come from, or how they were made")
        String source,

        @PlainText(required = false)
        @Schema(
                examples = "Two more volunteers",
                nullable = true,
                description = "Why earlier amounts are corrected; must be given if one is")
        String reason,

        @NotEmpty @Size(max = MOST_AMOUNTS) List<@NotNull @Valid Amount> amounts) {

    /** Amounts that one request may state; imports take more. */
    static final int MOST_AMOUNTS = 500;

    /** An amount of one kind in one week. */
    @Schema(name = "StatedResourceAmount", description = "An amount of one kind in one week")
    public record Amount(
            @NotNull
            @Schema(
                    examples = "doorstep-hours",
                    description =
                            "doorstep-hours, phone-hours, organisers, leaflets, direct-mail, leader-visits or money")
            String kind,

            @NotNull
            @Schema(
                    examples = "2015-W17",
                    description = "ISO week, from 2000-W01 to the 104th week after the running one")
            String week,

            @NotNull
            @Schema(
                    examples = "120",
                    minimum = "0",
                    maximum = "20000000",
                    description = "0 to 100,000 hours, with at most two decimal places; whole: 0 to 1,000 organisers,"
                            + " 10,000,000 leaflets or letters, 100 visits; 0 to 20,000,000 pounds and pence")
            BigDecimal amount,

            @Schema(
                    examples = "1",
                    nullable = true,
                    description = "The current edition that this corrects; null to state what is not stated yet")
            Integer replaces) {}
}
