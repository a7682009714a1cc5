package uk.hustings.polls.poll;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.poll.domain.RecordedPoll;

/** How many polls there are, for this caller. */
@Schema(description = "How many polls there are, for this caller")
public record PollCounts(
        @Schema(description = "In all", examples = "3") long polls,

        @Schema(description = "Of Great Britain", examples = "1")
        long gb,

        @Schema(description = "Of the United Kingdom", examples = "0")
        long uk,

        @Schema(description = "In order of code; of the regions themselves, not of their seats")
        List<RegionPolls> regions,

        @Schema(description = "In order of code") List<SeatPolls> seats) {

    /** How many there are of one seat; seats without any are left out. */
    public record SeatPolls(
            SeatCode seatCode,
            @Schema(examples = "2010") String boundarySet,
            @Schema(examples = "3") long polls) {}

    /** How many there are of one region; regions without any are left out. */
    public record RegionPolls(
            @Schema(examples = "S92000003") String regionCode,
            @Schema(examples = "1") long polls) {}

    static PollCounts of(List<RecordedPoll> polls) {
        Map<Area, Long> counts = polls.stream()
                .map(poll -> poll.poll().key().area())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, RegionPolls> regions = new TreeMap<>();
        Map<String, SeatPolls> seats = new TreeMap<>();
        counts.forEach((area, count) -> {
            if (area.geography() == Geography.REGION) {
                regions.put(area.code(), new RegionPolls(area.code(), count));
            }
            area.seatCode()
                    .ifPresent(code ->
                            seats.put(code + area.boundarySet(), new SeatPolls(code, area.boundarySet(), count)));
        });
        return new PollCounts(
                polls.size(),
                counts.getOrDefault(Area.GB, 0L),
                counts.getOrDefault(Area.UK, 0L),
                List.copyOf(regions.values()),
                List.copyOf(seats.values()));
    }
}
