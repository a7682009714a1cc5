package uk.hustings.polls.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import did.
 *
 * @param created how many questions are new; a poll of which only statements are known counts as one
 * @param unchanged how many stood there already with the same figures
 * @param polls how many polls are new
 * @param warnings what was accepted but should be looked at
 */
@Schema(name = "PollImportReceipt", description = "What an import did")
record PollImportReceipt(
        @Schema(
                description = "Questions that are new; a poll of which only statements are known counts as one",
                examples = "187")
        int created,

        @Schema(description = "Questions that stood there already with the same figures", examples = "0")
        int unchanged,

        @Schema(description = "Polls that are new", examples = "187")
        int polls,

        @Schema(description = "What was accepted but should be looked at; the first hundred")
        List<String> warnings) {}
