package uk.hustings.campaign.member;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.text.PlainText;

/** Makes an account a member of a local party, or invites it. */
@Schema(description = "Makes an account a member of a local party, or invites it")
public record MembershipOrder(
        @PlainText @Schema(examples = "Elected organiser at the annual meeting")
        String reason,

        @Schema(
                nullable = true,
                examples = "false",
                description = "false takes the key from a member who holds it, if headquarters sends it; an invitation"
                        + " never carries a key. true is refused: a key is asked for by a key request and granted by a"
                        + " second person.")
        Boolean keyHolder) {

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT if it would give the key */
    void refuseKey(String localParty) {
        if (Boolean.TRUE.equals(keyHolder)) {
            Faults.refuseAny(List.of(FieldError.at(
                    "/keyHolder",
                    "must not be true: ask for the key with POST /v1/campaign/local-parties/%s/key-requests; a second person grants it"
                            .formatted(localParty))));
        }
    }

    boolean takesKey() {
        return Boolean.FALSE.equals(keyHolder);
    }
}
