package uk.hustings.api.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The GSS code of a constituency, for example {@code E14000653} (Crewe and Nantwich). Unique within a boundary set;
 * five Scottish codes stand in two sets.
 */
@Schema(type = SchemaType.STRING, description = "GSS code of a constituency", examples = "E14000653")
public record SeatCode(String value) implements Comparable<SeatCode> {

    private static final Pattern GSS = Pattern.compile("[A-Z]\\d{8}");

    /** @throws IllegalArgumentException if the value is not a capital letter and eight digits */
    public SeatCode {
        if (value == null || !GSS.matcher(value).matches()) {
            throw new IllegalArgumentException("A seat code is a capital letter and eight digits");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SeatCode fromString(String value) {
        return new SeatCode(value);
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }

    @Override
    public int compareTo(SeatCode other) {
        return value.compareTo(other.value);
    }
}
