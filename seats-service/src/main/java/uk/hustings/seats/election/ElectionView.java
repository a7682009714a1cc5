package uk.hustings.seats.election;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.facts.domain.Facts;

/** An election as the API shows it. */
@Schema(name = "Election")
record ElectionView(
        @Schema(examples = "by-2012-11-15-E14000648") String electionId,

        @Schema(examples = "Corby by-election 2012") String name,

        @Schema(description = "general or by-election", examples = "by-election")
        String kind,

        @Schema(examples = "2012-11-15") LocalDate pollingDay,
        @Schema(examples = "2010") String boundarySet,

        @Schema(description = "actual, or notional: estimated for these boundaries", examples = "actual")
        String basis,

        @Schema(
                nullable = true,
                description = "Where the results are taken from",
                examples = "House of Commons Library")
        String source,

        @Schema(nullable = true, description = "When a by-election was ordered", examples = "2012-10-23")
        LocalDate writDay,

        @Schema(description = "Seats whose results are recorded", examples = "1")
        int seats) {

    static ElectionView of(Election election, Facts facts) {
        return new ElectionView(
                election.id(),
                election.name(),
                election.kind().code(),
                election.pollingDay(),
                election.boundarySet(),
                election.basis().code(),
                election.source(),
                election.writDay(),
                facts.contests(election.id()).size());
    }
}
