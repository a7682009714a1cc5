package uk.hustings.polls.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.polls.average.domain.NationalPoll;
import uk.hustings.polls.forecast.domain.ParameterSet;
import uk.hustings.polls.forecast.domain.SeatPoll;

/** What a forecast rests on. */
@Schema(name = "ForecastInputs", description = "What a forecast rests on, as it was frozen when it was asked for")
public record InputsView(
        UUID forecastId,

        @Schema(
                description = "SHA-256 of all of it",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String inputsHash,

        @Schema(description = "Of the model; grows whenever the same inputs would give another result", examples = "1")
        int modelVersion,

        @Schema(examples = "2015-04-14") LocalDate asOf,

        @Schema(examples = "2010") String boundarySet,

        @Schema(description = "The general election that the seats start from", examples = "ge2010")
        String baselineElectionId,

        @Schema(description = "Seats that have a result there", examples = "650")
        int seats,

        @Schema(description = "By end of fieldwork; those that the caller may read at present")
        List<UsedPoll> nationalPolls,

        @Schema(description = "Of single seats, by end of fieldwork; those that the caller may read at present")
        List<UsedPoll> seatPolls,

        @Schema(description = "Ids of the by-elections since the baseline", examples = "[\"by-2014-11-20-E14000898\"]")
        List<String> byElections,

        @Schema(
                description = "Party codes of the baseline with the code of the party that continues them in the polls",
                examples = "{\"brexit\": \"reform\"}")
        Map<String, String> successors,

        @Schema(
                description = "Seats in which a party was said to stand, by party",
                examples = "{\"ukip\": [\"E14000653\"]}")
        Map<String, Set<String>> standing,

        ParameterSetView parameters) {

    /** One poll as it was when it was frozen. */
    @Schema(name = "ForecastPoll", description = "A poll that went in, as it was then")
    public record UsedPoll(
            @Schema(examples = "0198b7a4-6c1e-7d52-9a38-5f0c2b7e4d11")
            UUID pollId,

            @Schema(description = "Revision of the poll that went in", examples = "1")
            int revision,

            @Schema(nullable = true, description = "Null for a national poll", examples = "E14000653")
            String seatCode) {

        private static UsedPoll of(String id, String seat) {
            int separator = id.indexOf('/');
            return new UsedPoll(
                    UUID.fromString(id.substring(0, separator)), Integer.parseInt(id.substring(separator + 1)), seat);
        }
    }

    /** @param readable whether the caller may know of a poll */
    static InputsView of(Run run, FrozenInputs frozen, ParameterSet parameters, Predicate<UUID> readable) {
        List<NationalPoll> national = frozen.inputs().nationalPolls();
        List<SeatPoll> ofSeats = frozen.inputs().seatPolls();
        return new InputsView(
                run.runId(),
                run.inputsHash(),
                frozen.model(),
                frozen.inputs().asOf(),
                frozen.boundarySet(),
                frozen.baseline(),
                frozen.inputs().seats().size(),
                national.stream()
                        .map(poll -> UsedPoll.of(poll.id(), null))
                        .filter(poll -> readable.test(poll.pollId()))
                        .toList(),
                ofSeats.stream()
                        .filter(poll -> !poll.house().equals(SeatPoll.BY_ELECTION))
                        .map(poll -> UsedPoll.of(poll.id(), poll.seat()))
                        .filter(poll -> readable.test(poll.pollId()))
                        .toList(),
                ofSeats.stream()
                        .filter(poll -> poll.house().equals(SeatPoll.BY_ELECTION))
                        .map(SeatPoll::id)
                        .toList(),
                frozen.inputs().successors(),
                frozen.inputs().standing(),
                ParameterSetView.of(parameters));
    }
}
