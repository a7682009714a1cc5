package uk.hustings.campaign.resource;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** Why a statement is withdrawn. */
@Schema(name = "ResourceWithdrawal", description = "Why a statement is withdrawn; kept for good")
public record WithdrawalReason(
        @PlainText @Schema(examples = "The volunteers are needed at home")
        String reason) {}
