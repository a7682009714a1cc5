package uk.hustings.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One fault in what was sent.
 *
 * @param pointer JSON pointer of the field, or {@code /column} of a CSV row
 * @param row line of a CSV file, the header being line 1, or of NDJSON; null for JSON
 * @param detail what is wrong and what was expected
 */
@Schema(description = "One fault in what was sent")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        @Schema(description = "JSON pointer of the field, or /column of a CSV row", examples = "/counts/0/contacts")
        String pointer,

        @Schema(
                nullable = true,
                description = "Line of the CSV file, the header being line 1; left out of JSON",
                examples = "2")
        Integer row,

        @Schema(examples = "must be 0 or more, was -3") String detail) {

    public static FieldError at(String pointer, String detail) {
        return new FieldError(pointer, null, detail);
    }

    public static FieldError inRow(int row, String column, String detail) {
        return new FieldError("/" + column, row, detail);
    }
}
