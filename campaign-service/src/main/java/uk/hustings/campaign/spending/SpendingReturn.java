package uk.hustings.campaign.spending;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.spending.domain.SpendingCategory;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/**
 * What a candidate declared for one period of a past election.
 *
 * @param electorate null if it is not known
 * @param limitGbp as published; null if it is not known
 * @param totalGbp as published; the categories need not add up to it
 * @param byCategory categories that are known
 * @param source who published it
 */
record SpendingReturn(
        Key key,
        Integer electorate,
        BigDecimal limitGbp,
        BigDecimal totalGbp,
        Map<SpendingCategory, BigDecimal> byCategory,
        String source) {

    /** Plain text has no tab. */
    private static final String SEPARATOR = "\t";

    /** What a return is known by. */
    record Key(String election, SeatCode seat, String party, String candidate, SpendingPeriod period) {

        String text() {
            return String.join(SEPARATOR, election, seat.value(), party, candidate, period.code());
        }

        /** @throws IllegalArgumentException if this is not the text of a key */
        static Key fromText(String text) {
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length != 5) {
                throw new IllegalArgumentException(text);
            }
            return new Key(parts[0], new SeatCode(parts[1]), parts[2], parts[3], SpendingPeriod.fromCode(parts[4]));
        }
    }

    SpendingReturn {
        EnumMap<SpendingCategory, BigDecimal> known = new EnumMap<>(SpendingCategory.class);
        known.putAll(byCategory);
        byCategory = known;
    }

    /** Whether more was declared than was allowed; a limit of 0 is a gap in the source. */
    boolean overLimit() {
        return limitGbp != null && limitGbp.signum() > 0 && totalGbp.compareTo(limitGbp) > 0;
    }

    /** A return on the wire. */
    @Schema(
            name = "SpendingReturn",
            description = "What a candidate declared for one period of a past election, as published")
    public record View(
            @Schema(examples = "ge2015") String election,
            SeatCode seatCode,
            @Schema(examples = "lab") String party,
            @Schema(examples = "Adrian Heald") String candidate,
            @Schema(examples = "short") String period,
            @Schema(nullable = true, examples = "76437") Integer electorate,

            @Schema(nullable = true, examples = "15579.33", description = "As published; 0 where the source has a gap")
            BigDecimal limitGbp,

            @Schema(examples = "12780.11", description = "As published; the categories need not add up to it")
            BigDecimal totalGbp,

            @Schema(examples = "false") boolean overLimit,
            @Schema(nullable = true, examples = "2310.00") BigDecimal advertisingGbp,
            @Schema(nullable = true, examples = "8020.11") BigDecimal unsolicitedMaterialGbp,
            @Schema(nullable = true, examples = "310.00") BigDecimal transportGbp,
            @Schema(nullable = true, examples = "0.00") BigDecimal publicMeetingsGbp,
            @Schema(nullable = true, examples = "1200.00") BigDecimal staffGbp,
            @Schema(nullable = true, examples = "940.00") BigDecimal accommodationGbp,
            @Schema(nullable = true, examples = "120.00") BigDecimal administrationGbp,
            @Schema(examples = "Electoral Commission") String source) {

        static View of(SpendingReturn declared) {
            Map<SpendingCategory, BigDecimal> by = declared.byCategory();
            return new View(
                    declared.key().election(),
                    declared.key().seat(),
                    declared.key().party(),
                    declared.key().candidate(),
                    declared.key().period().code(),
                    declared.electorate(),
                    declared.limitGbp(),
                    declared.totalGbp(),
                    declared.overLimit(),
                    by.get(SpendingCategory.ADVERTISING),
                    by.get(SpendingCategory.UNSOLICITED_MATERIAL),
                    by.get(SpendingCategory.TRANSPORT),
                    by.get(SpendingCategory.PUBLIC_MEETINGS),
                    by.get(SpendingCategory.STAFF),
                    by.get(SpendingCategory.ACCOMMODATION),
                    by.get(SpendingCategory.ADMINISTRATION),
                    declared.source());
        }

        Key key() {
            return new Key(election, seatCode, party, candidate, SpendingPeriod.fromCode(period));
        }
    }
}
