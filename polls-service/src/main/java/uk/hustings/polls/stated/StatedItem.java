package uk.hustings.polls.stated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.indicator.domain.Item;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Geography;

/** Evidence that is no poll. What is wrong with it is {@link ItemScrutiny}'s to say, all of it at once. */
@Schema(
        name = "StatedItem",
        description =
                "Evidence that is no poll, as it is reported; never averaged with polls. The kind decides which of"
                        + " the fields after source it has. What is not known is null or left out.",
        requiredProperties = {"kind", "source"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedItem(
        @Schema(
                description = "indicator, real-votes, switching, reasons, statement or ballot-result",
                examples = "indicator")
        String kind,

        @Schema(
                nullable = true,
                description = "What it is, in a few words; needed of indicator, switching, reasons and ballot-result",
                examples = "Nominations by local parties")
        String label,

        @Schema(
                nullable = true,
                description = "What it is about: an election's id, or a code of your own for any other contest",
                examples = "lab-leadership-2016")
        String contest,

        @Schema(
                nullable = true,
                description =
                        "gb, uk, region or seat; unless given, seat or region as there is a code for one, else uk",
                examples = "uk")
        String geography,

        @Schema(nullable = true, description = "GSS code of the constituency; not beside a region")
        String seatCode,

        @Schema(
                nullable = true,
                description =
                        "Boundary set of the seat; unless given, the one in force on the day, or else the only one"
                                + " that has the code")
        String boundarySet,

        @Schema(nullable = true, description = "GSS code of the region; not beside a seat")
        String regionCode,

        @Schema(nullable = true, description = "The day on which it held", examples = "2016-09-24")
        LocalDate day,

        @Schema(description = "Where it was taken from", examples = "A press report of 2016")
        String source,

        @Schema(nullable = true, description = "indicator: at least one")
        List<StatedFigure> figures,

        @Schema(nullable = true, description = "real-votes: this or the ward is needed")
        String council,

        @Schema(nullable = true, description = "real-votes") String ward,

        @Schema(nullable = true, description = "ballot-result, needed: who could vote")
        String electorate,

        @Schema(nullable = true, description = "real-votes and ballot-result: 0 to 100 with at most 4 decimals")
        BigDecimal turnoutPct,

        @Schema(nullable = true, description = "real-votes and ballot-result: at least one")
        List<StatedTally> results,

        @Schema(nullable = true, description = "switching and reasons: adults, registered-voters or party-members")
        String population,

        @Schema(nullable = true, description = "reasons: people who were asked")
        Integer base,

        @Schema(nullable = true, description = "switching: each earlier answer once, at least one")
        List<StatedMoves> moves,

        @Schema(nullable = true, description = "reasons: the weightiest first, at least one")
        List<StatedReason> reasons,

        @Schema(nullable = true, description = "statement") String speaker,

        @Schema(nullable = true, description = "statement, needed: in the speaker's words")
        String text,

        @Schema(nullable = true, description = "statement: party code or other answer that is said to lead, or tie")
        String option,

        @Schema(
                nullable = true,
                description = "Of an import only: private, unless given, embargoed, leaked or public",
                examples = "public")
        String visibility,

        @Schema(nullable = true, description = "Of an import only: when an embargoed item is public by itself")
        Instant embargoedUntil) {

    public static StatedItem of(Item item) {
        StatedFinding finding = StatedFinding.of(item.finding());
        boolean seat = item.area().geography() == Geography.SEAT;
        return new StatedItem(
                Codes.codeOf(item.finding().kind()),
                item.label(),
                item.contest(),
                Codes.codeOf(item.area().geography()),
                seat ? item.area().code() : null,
                item.area().boundarySet(),
                seat ? null : item.area().code(),
                item.day(),
                item.source(),
                finding.figures(),
                finding.council(),
                finding.ward(),
                finding.electorate(),
                finding.turnoutPct(),
                finding.results(),
                finding.population(),
                finding.base(),
                finding.moves(),
                finding.reasons(),
                finding.speaker(),
                finding.text(),
                finding.option(),
                null,
                null);
    }

    /**
     * The item, of what is known to be sound: recorded, or passed by {@link ItemScrutiny}.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Item item() {
        return new Item(
                label, contest, whereStated().area(), day, source, finding().finding(kind));
    }

    /** The fields that the kind decides on. */
    StatedFinding finding() {
        return new StatedFinding(
                figures,
                council,
                ward,
                electorate,
                turnoutPct,
                results,
                population,
                base,
                moves,
                reasons,
                speaker,
                text,
                option);
    }

    /** Where it holds, as it was stated. */
    AreaScrutiny whereStated() {
        return new AreaScrutiny(geography, seatCode, boundarySet, regionCode);
    }
}
