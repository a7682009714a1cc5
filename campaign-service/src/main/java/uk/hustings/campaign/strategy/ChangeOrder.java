package uk.hustings.campaign.strategy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.text.PlainText;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;
import uk.hustings.campaign.strategy.domain.ClassRule;

/** Other classes for many seats at once: seat by seat, or by another rule. */
@Schema(
        name = "StrategyChangeOrder",
        description = "Other classes for many seats at once: give either seats or rule, and why")
public record ChangeOrder(
        @Size(min = 1, max = 650)
        @Schema(nullable = true, description = "Seats to be classed by hand or given back to the rule, each once")
        List<@NotNull @Valid SeatClass> seats,

        @Valid @Schema(nullable = true) Rule rule,

        @Min(0)
        @Schema(
                nullable = true,
                examples = "0",
                description =
                        "The edition that a preview told; given, the change is refused if the strategy has changed"
                                + " since")
        Long edition,

        @PlainText @Schema(examples = "The polls of April move the front line")
        String reason) {

    /** A seat with the class that it shall have. */
    @Schema(name = "SeatClass", description = "A seat with the class that it shall have")
    public record SeatClass(
            @NotNull SeatCode seatCode,

            @NotNull
            @Pattern(regexp = Classes.WANTED, message = Classes.WANTED_IN_WORDS)
            @Schema(examples = "key", description = "key, battleground, defensive, non-battleground or rule")
            String battlegroundClass) {}

    /** Parameters of the rule, whole. */
    @Schema(name = "ClassRuleParameters", description = "Parameters of the rule, whole")
    public record Rule(
            @NotNull
            @Min(0)
            @Max(650)
            @Schema(examples = "50", description = "The nearest so many targets are key; 0 to 650")
            Integer keyRank,

            @NotNull
            @Min(0)
            @Max(650)
            @Schema(
                    examples = "106",
                    description = "The nearest so many targets that are not key are battleground; keyRank to 650")
            Integer battlegroundRank,

            @NotNull
            @DecimalMin("0")
            @DecimalMax("100")
            @Digits(integer = 3, fraction = 2)
            @Schema(
                    examples = "10",
                    description = "Own seats with a majority of less than this are defensive; points, 0 to 100")
            BigDecimal defensiveBelowPts) {

        ClassRule rule() {
            return new ClassRule(keyRank, battlegroundRank, StrategyState.plain(defensiveBelowPts));
        }
    }

    /**
     * The classes by hand that are asked for; null for a seat that goes back to the rule.
     *
     * @throws uk.hustings.api.problem.Problem INVALID_INPUT naming what bean validation cannot see
     */
    Map<SeatCode, BattlegroundClass> checked(Seats known) {
        List<FieldError> faults = new ArrayList<>();
        Map<SeatCode, BattlegroundClass> wanted = new LinkedHashMap<>();
        if ((seats == null) == (rule == null)) {
            faults.add(FieldError.at("/seats", "give either seats or rule"));
        }
        if (rule != null && rule.battlegroundRank() < rule.keyRank()) {
            faults.add(FieldError.at("/rule/battlegroundRank", "must not be less than keyRank, " + rule.keyRank()));
        }
        Map<SeatCode, Integer> earlier = new HashMap<>();
        for (int index = 0; seats != null && index < seats.size(); index++) {
            SeatCode seat = seats.get(index).seatCode();
            String at = "/seats/%d/seatCode".formatted(index);
            if (known.find(seat).isEmpty()) {
                faults.add(FieldError.at(at, "no seat has the code " + seat));
            }
            Integer before = earlier.putIfAbsent(seat, index);
            if (before != null) {
                faults.add(FieldError.at(at, "stands in /seats/%d already".formatted(before)));
            }
            wanted.put(seat, Classes.wanted(seats.get(index).battlegroundClass()));
        }
        Faults.refuseAny(faults);
        return wanted;
    }
}
