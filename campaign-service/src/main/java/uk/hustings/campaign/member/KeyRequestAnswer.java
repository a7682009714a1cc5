package uk.hustings.campaign.member;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a request for a key is granted or refused. */
@Schema(description = "Why a request for a key is granted or refused; kept for good")
public record KeyRequestAnswer(
        @NotBlank @Size(max = 1000) @Schema(examples = "Agreed by the committee")
        String reason) {}
