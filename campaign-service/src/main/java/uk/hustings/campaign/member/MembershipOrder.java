package uk.hustings.campaign.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** Makes an account a member of a local party. */
@Schema(description = "Makes an account a member of a local party, with or without the keys")
public record MembershipOrder(
        @PlainText @Schema(examples = "Elected organiser at the annual meeting")
        String reason,

        @Schema(
                nullable = true,
                examples = "false",
                description =
                        "Whether the account holds the keys; left out, a member keeps what it has and a new one has none")
        Boolean keyHolder) {}
