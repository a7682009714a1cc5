package uk.hustings.campaign.resource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One edition of a statement. */
@Schema(name = "ResourceStatement", description = "One edition of what was stated of a resource of a holder in a week")
public record StatementView(
        UUID statementId,

        @Schema(examples = "local-party", description = "local-party, region or national")
        String holderKind,

        @Schema(examples = "exeter", nullable = true, description = "Null of the national party")
        String holder,

        @Schema(examples = "doorstep-hours") String kind,
        @Schema(examples = "2015-W16") String week,

        @Schema(examples = "pledged", description = "pledged or estimated")
        String basis,

        @Schema(examples = "2", description = "1 for the first; corrections and withdrawals count on")
        int edition,

        @Schema(examples = "corrected", description = "stated, corrected or withdrawn")
        String change,

        @Schema(examples = "120", nullable = true, description = "Null of a withdrawal")
        BigDecimal amount,

        @Schema(examples = "Committee of 13 April", nullable = true, description = "Null of a withdrawal")
        String source,

        @Schema(examples = "Two more volunteers", nullable = true, description = "Of a correction or withdrawal")
        String reason,

        @Schema(examples = "exeter-organiser") String author,
        Instant statedAt) {

    static StatementView of(ResourceStatement statement) {
        String holder = statement.key().of().holder().id();
        return new StatementView(
                statement.id(),
                statement.key().of().holder().kind().code(),
                holder.isEmpty() ? null : holder,
                statement.key().of().kind().code(),
                statement.key().of().week().toString(),
                statement.key().basis().code(),
                statement.edition(),
                statement.withdrawn() ? "withdrawn" : statement.replaces() == null ? "stated" : "corrected",
                statement.amount(),
                statement.source(),
                statement.reason(),
                statement.author(),
                statement.statedAt());
    }
}
