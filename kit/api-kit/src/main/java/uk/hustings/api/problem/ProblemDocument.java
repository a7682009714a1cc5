package uk.hustings.api.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The schema of every failure, for the OpenAPI document; what is sent is {@link Problem#body()}. */
@Schema(
        name = "Problem",
        description = "RFC 9457 problem; some types carry further facts",
        additionalProperties = Schema.True.class)
public record ProblemDocument(
        @Schema(examples = "/problems/party-locked") String type,

        @Schema(examples = "The local party is locked out of this seat")
        String title,

        @Schema(examples = "403") int status,

        @Schema(
                description = "What to mend, for a reader",
                examples = "501 contacts this week are more than the 500 that the policy allows here.")
        String detail,

        @Schema(nullable = true, description = "Each fault in what was sent; left out if it is not about that")
        List<FieldError> errors) {}
