package uk.hustings.campaign.rolesync;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** Why an operator steps in; kept in the log with the name. */
@Schema(description = "Why an operator steps in")
public record OperatorOrder(
        @PlainText @Schema(examples = "The role was made again in Keycloak")
        String reason) {}
