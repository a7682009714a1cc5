package uk.hustings.api.intake;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import did.
 *
 * @param created how many of its items are new
 * @param unchanged how many stood there already with the same content
 * @param warnings what was accepted but should be looked at
 */
@Schema(description = "What an import did")
public record ImportReceipt(
        @Schema(examples = "187") int created,
        @Schema(examples = "0") int unchanged,
        List<String> warnings) {}
