package uk.hustings.campaign.member;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Makes an account a member of a local party. */
@Schema(description = "Makes an account a member of a local party, with or without the keys")
public record MembershipOrder(
        @NotBlank @Size(max = 1000) @Schema(examples = "Elected organiser at the annual meeting")
        String reason,

        @Schema(
                nullable = true,
                examples = "false",
                description =
                        "Whether the account holds the keys; left out, a member keeps what it has and a new one has none")
        Boolean keyHolder) {}
