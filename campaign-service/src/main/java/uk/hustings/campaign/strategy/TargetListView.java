package uk.hustings.campaign.strategy;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** A published list of targets with those of its seats that the caller may see, on the wire. */
@Schema(name = "TargetList", description = "A published list of targets, as if it had only the seats that you may see")
public record TargetListView(
        @Schema(examples = "106-targets") String name,

        @Schema(examples = "1", description = "Grows by one with every list of this name")
        int version,

        @Schema(examples = "classes", description = "classes, or seats: named one by one")
        String basis,

        @Schema(
                nullable = true,
                examples = "[\"key\", \"battleground\"]",
                description = "The classes that it was made of")
        List<String> classes,

        @Schema(examples = "1", description = "Version of the rule in force when it was published")
        int ruleVersion,

        @Schema(examples = "national.organiser", description = "Account of the person who published it")
        String author,

        @Schema(examples = "The list that the campaign was announced with")
        String reason,

        @Schema(examples = "2015-04-14T11:00:00Z") Instant publishedAt,

        @Schema(examples = "106", description = "How many of its seats you may see")
        int seatCount) {

    static TargetListView of(TargetList list) {
        return new TargetListView(
                list.name(),
                list.version(),
                basis(list),
                list.classes() == null
                        ? null
                        : list.classes().stream().map(BattlegroundClass::code).toList(),
                list.ruleVersion(),
                list.author(),
                list.reason(),
                list.publishedAt(),
                list.seats().size());
    }

    static String basis(TargetList list) {
        return list.classes() == null ? "seats" : "classes";
    }
}
