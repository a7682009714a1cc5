package uk.hustings.polls.stated;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.poll.domain.Statement;

/** What somebody said of a poll without figures. */
@Schema(name = "StatedStatement")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedStatement(
        @Schema(nullable = true, examples = "Graham Jones") String speaker,

        @Schema(nullable = true, description = "In the speaker's words", examples = "neck and neck")
        String text,

        @Schema(
                nullable = true,
                description = "Party code or other answer that is said to lead, or tie",
                examples = "tie")
        String option) {

    public static StatedStatement of(Statement statement) {
        return new StatedStatement(statement.speaker(), statement.text(), statement.option());
    }

    Statement statement() {
        return new Statement(speaker, text, option);
    }
}
