package uk.hustings.polls.stated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.indicator.domain.Moves;
import uk.hustings.polls.poll.domain.Share;

/** Where those went who had been for one answer. */
@Schema(
        name = "StatedMoves",
        requiredProperties = {"from", "toPct"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedMoves(
        @Schema(description = "Code of the earlier answer", examples = "corbyn")
        String from,

        @Schema(nullable = true, description = "People whom the shares are shares of", examples = "500")
        Integer base,

        @Schema(description = "Answers now, dontKnow, wouldNotVote and refused among them; no more than 102 together")
        List<StatedShare> toPct) {

    static StatedMoves of(Moves moves) {
        return new StatedMoves(
                moves.from(),
                moves.base(),
                moves.to().stream().map(StatedShare::of).toList());
    }

    Moves moves() {
        return new Moves(
                from,
                base,
                toPct.stream()
                        .map(share -> new Share(share.option(), share.pct()))
                        .toList());
    }
}
