package uk.hustings.campaign.resource;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One statement of an import. What is in it is checked when all of it is read, and every fault is named. */
@Schema(
        name = "ResourceRow",
        description = "What a holder has of one kind in one week",
        requiredProperties = {"holderKind", "kind", "week", "basis", "amount", "source"})
public record StatementRow(
        @Schema(examples = "local-party", description = "local-party, region or national")
        String holderKind,

        @Schema(
                examples = "exeter",
                nullable = true,
                description = "Id of the local party, or GSS code of the region; left out of the national party")
        String holder,

        @Schema(
                examples = "doorstep-hours",
                description = "doorstep-hours, phone-hours, organisers, leaflets, direct-mail, leader-visits or money")
        String kind,

        @Schema(examples = "2015-W17", description = "ISO week, from 2000-W01 to the 104th week after the running one")
        String week,

        @Schema(examples = "estimated", description = "pledged or estimated")
        String basis,

        @Schema(examples = "96.5", minimum = "0", maximum = "20000000")
        BigDecimal amount,

        @Schema(
                examples = "Canvass returns of March",
                minLength = 1,
                maxLength = StatementValidator.MOST_IN_SOURCE,
                description = "Where the amount comes from, or how it was made")
        String source,

        @Schema(
                examples = "1",
                nullable = true,
                description = "The current edition that this corrects; null to state what is not stated yet")
        Integer replaces,

        @Schema(
                examples = "Counted again",
                nullable = true,
                maxLength = StatementValidator.MOST_IN_REASON,
                description = "Why an earlier amount is corrected; must be given if one is")
        String reason) {

    SentStatement sent() {
        return new SentStatement(holderKind, holder, kind, week, basis, amount, source, replaces, reason);
    }
}
