package uk.hustings.polls.stated;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.ClientInterest;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.PollDetails;
import uk.hustings.polls.poll.domain.PollKey;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.poll.domain.Population;

/** A poll without what we make of it. What is wrong with it is {@link Scrutiny}'s to say, all of it at once. */
@Schema(
        name = "StatedPoll",
        description = "A poll as it is reported. What is not known is null or left out.",
        requiredProperties = {"population"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatedPoll(
        @Schema(nullable = true, description = "poll, unless given, canvass-return, mrp or claim", examples = "poll")
        String kind,

        @Schema(nullable = true, examples = "Lord Ashcroft") String pollster,

        @Schema(nullable = true, description = "Who paid", examples = "The Observer")
        String client,

        @Schema(
                nullable = true,
                description = "What whoever paid has to gain by the figures: independent, pollster or sponsor",
                examples = "independent")
        String clientInterest,

        @Schema(
                nullable = true,
                description = "Whether the pollster is in the British Polling Council",
                examples = "true")
        Boolean bpcMember,

        @Schema(nullable = true, examples = "phone") String mode,

        @Schema(description = "adults, registered-voters or party-members", examples = "adults")
        String population,

        @Schema(
                nullable = true,
                description = "gb, uk, region or seat; unless given, seat or region as there is a code for one",
                examples = "seat")
        String geography,

        @Schema(nullable = true, description = "GSS code of the constituency", examples = "E14000653")
        String seatCode,

        @Schema(
                nullable = true,
                description =
                        "Boundary set of the seat; unless given, the one in force when the fieldwork ended, or else"
                                + " the only one that has the code",
                examples = "2010")
        String boundarySet,

        @Schema(nullable = true, description = "GSS code of the region; not beside a seat", examples = "S92000003")
        String regionCode,

        @Schema(nullable = true, examples = "2015-04-02") LocalDate fieldworkStart,
        @Schema(nullable = true, examples = "2015-04-09") LocalDate fieldworkEnd,

        @Schema(nullable = true, description = "People asked, before weighting", examples = "1003")
        Integer sampleSize,

        @Schema(nullable = true, description = "The same after weighting", examples = "1000")
        Integer weightedBase,

        @Schema(nullable = true, examples = "By age, sex, social grade and past vote")
        String weighting,

        @Schema(nullable = true, examples = "https://lordashcroftpolls.com/2015/04/")
        String tablesUrl,

        @Schema(nullable = true, description = "Where the figures were taken from", examples = "lordashcroftpolls.com")
        String source,

        @Schema(
                nullable = true,
                description = "What it was taken for: an election's id, or a code of your own for any other contest",
                examples = "ge2015")
        String contest,

        @Schema(nullable = true, description = "Each question once")
        List<StatedQuestion> questions,

        @Schema(nullable = true, description = "What was said of the poll without figures")
        List<StatedStatement> statements,

        @Schema(
                nullable = true,
                description = "Of an import only: private, unless given, embargoed, leaked or public",
                examples = "public")
        String visibility,

        @Schema(
                nullable = true,
                description = "Of an import only: when an embargoed poll is public by itself",
                examples = "2015-04-20T21:00:00Z")
        Instant embargoedUntil) {

    public static StatedPoll of(Poll poll) {
        PollKey key = poll.key();
        PollDetails details = poll.details();
        Area area = key.area();
        boolean seat = area.geography() == Geography.SEAT;
        return new StatedPoll(
                Codes.codeOf(key.kind()),
                key.pollster(),
                key.client(),
                details.clientInterest() == null ? null : Codes.codeOf(details.clientInterest()),
                details.bpcMember(),
                details.mode(),
                Codes.codeOf(key.population()),
                Codes.codeOf(area.geography()),
                seat ? area.code() : null,
                area.boundarySet(),
                seat ? null : area.code(),
                key.fieldworkStart(),
                key.fieldworkEnd(),
                details.sampleSize(),
                details.weightedBase(),
                details.weighting(),
                details.tablesUrl(),
                details.source(),
                details.contest(),
                poll.questions().stream().map(StatedQuestion::of).toList(),
                poll.statements().stream().map(StatedStatement::of).toList(),
                null,
                null);
    }

    /**
     * The poll, of what is known to be sound: recorded, or passed by {@link Scrutiny}.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Poll poll() {
        Area area = whereStated().area();
        return new Poll(
                new PollKey(
                        kind == null ? PollKind.POLL : Codes.read(PollKind.class, kind),
                        pollster,
                        client,
                        Codes.read(Population.class, population),
                        area,
                        fieldworkStart,
                        fieldworkEnd),
                new PollDetails(
                        clientInterest == null ? null : Codes.read(ClientInterest.class, clientInterest),
                        bpcMember,
                        mode,
                        sampleSize,
                        weightedBase,
                        weighting,
                        tablesUrl,
                        source,
                        contest),
                questions == null
                        ? List.of()
                        : questions.stream().map(StatedQuestion::asked).toList(),
                statements == null
                        ? List.of()
                        : statements.stream().map(StatedStatement::statement).toList());
    }

    /** Where it holds, as it was stated. */
    AreaScrutiny whereStated() {
        return new AreaScrutiny(geography, seatCode, boundarySet, regionCode);
    }
}
