package uk.hustings.campaign.contact;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.campaign.contact.domain.CanvassCode;

/** What was found by canvassing, as counts by code. */
@Schema(
        description =
                "What was found by canvassing. The codes of people who were spoken to (firm, soft, against, dontKnow,"
                        + " refused) add up to no more than the contacts; the others to no more than the attempts that were no"
                        + " contacts")
public record CanvassCodes(
        @Min(0) @Max(1_000_000) @Schema(nullable = true, examples = "210", description = "Firmly for us")
        Integer firm,

        @Min(0) @Max(1_000_000) @Schema(nullable = true, examples = "90", description = "For us, but not firmly")
        Integer soft,

        @Min(0) @Max(1_000_000) @Schema(nullable = true, examples = "130", description = "For somebody else")
        Integer against,

        @Min(0) @Max(1_000_000) @Schema(nullable = true, examples = "50", description = "Has not decided")
        Integer dontKnow,

        @Min(0) @Max(1_000_000) @Schema(nullable = true, examples = "20", description = "Would not say")
        Integer refused,

        @Min(0) @Max(1_000_000) @Schema(nullable = true, examples = "15", description = "Lives there no more")
        Integer moved,

        @Min(0) @Max(1_000_000) @Schema(nullable = true, examples = "5", description = "Has died")
        Integer deceased,

        @Min(0) @Max(1_000_000) @Schema(nullable = true, examples = "180", description = "Nobody was at home")
        Integer notHome) {

    private static final Set<String> FIELDS =
            Stream.of(CanvassCode.values()).map(CanvassCode::field).collect(Collectors.toUnmodifiableSet());

    /** @return null if none is known */
    static CanvassCodes of(Map<CanvassCode, Integer> known) {
        return known.isEmpty()
                ? null
                : new CanvassCodes(
                        known.get(CanvassCode.FIRM),
                        known.get(CanvassCode.SOFT),
                        known.get(CanvassCode.AGAINST),
                        known.get(CanvassCode.DONT_KNOW),
                        known.get(CanvassCode.REFUSED),
                        known.get(CanvassCode.MOVED),
                        known.get(CanvassCode.DECEASED),
                        known.get(CanvassCode.NOT_HOME));
    }

    /** @param codes null if none is known */
    static Map<CanvassCode, Integer> known(CanvassCodes codes) {
        if (codes == null) {
            return Map.of();
        }
        Map<CanvassCode, Integer> known = new EnumMap<>(CanvassCode.class);
        known.put(CanvassCode.FIRM, codes.firm);
        known.put(CanvassCode.SOFT, codes.soft);
        known.put(CanvassCode.AGAINST, codes.against);
        known.put(CanvassCode.DONT_KNOW, codes.dontKnow);
        known.put(CanvassCode.REFUSED, codes.refused);
        known.put(CanvassCode.MOVED, codes.moved);
        known.put(CanvassCode.DECEASED, codes.deceased);
        known.put(CanvassCode.NOT_HOME, codes.notHome);
        known.values().removeIf(number -> number == null);
        return known.isEmpty() ? Map.of() : known;
    }

    /** Where in a line of JSON a field lies. */
    static String within(String field) {
        return FIELDS.contains(field) ? "codes/" + field : field;
    }
}
