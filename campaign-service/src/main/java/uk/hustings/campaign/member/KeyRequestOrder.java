package uk.hustings.campaign.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.text.PlainText;

/** Asks for the key of a local party. */
@Schema(description = "Asks that a member of a local party be given its key")
public record KeyRequestOrder(
        @PlainText(max = 255)
        @Schema(examples = "exeter-canvasser", description = "The member who would hold it, by the name of its account")
        String account,

        @PlainText @Schema(examples = "Polling day at the Exeter centre")
        String reason) {}
