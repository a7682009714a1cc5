package uk.hustings.campaign.rolesync;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an operator steps in; kept in the log with the name. */
@Schema(description = "Why an operator steps in")
public record OperatorOrder(
        @NotBlank @Size(max = 1000) @Schema(examples = "The role was made again in Keycloak")
        String reason) {}
