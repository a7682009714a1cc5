package uk.hustings.campaign.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.text.PlainText;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** The rule of a version, as headquarters writes it. */
@Schema(name = "AccessPolicyRule", description = "The rule that decides who is locked out of a seat")
public record PolicyDraft(
        @PlainText(max = 120) @Schema(examples = "Four hundred in the last fortnight")
        String title,

        @NotNull
        @Min(1)
        @Max(1_000_000)
        @Schema(examples = "400", description = "Contacts of an ISO week that are allowed; one more locks")
        Integer weeklyLimit,

        @NotNull
        @Min(1)
        @Max(1_000_000)
        @Schema(examples = "320", description = "Contacts at which a local party is warned; the limit or fewer")
        Integer warnAt,

        @NotEmpty
        @Size(max = 6)
        @Schema(examples = "[\"doorstep\", \"phone\"]", description = "Channels whose contacts count")
        List<@NotNull String> channels,

        @NotEmpty
        @Size(max = 4)
        @Schema(examples = "[\"non-battleground\"]", description = "Classes of seats that the rule covers")
        List<@NotNull String> classes,

        @Min(0)
        @Max(168)
        @Schema(
                examples = "0",
                nullable = true,
                description = "Hours between crossing the limit and the lock; 0 unless said, which locks at once")
        Integer noticeHours,

        @Min(1)
        @Max(72)
        @Schema(
                examples = "12",
                nullable = true,
                description = "Hours that an opening in an emergency lasts; 12 unless said")
        Integer breakGlassHours,

        @Schema(
                examples = "2015-04-23T00:00:00Z",
                nullable = true,
                description = "When the rule begins to be valid; unsaid, when it is activated")
        Instant validFrom,

        @Schema(
                examples = "2015-05-07T21:00:00Z",
                nullable = true,
                description = "When the rule and its locks end; unsaid, when the polls close")
        Instant validUntil) {

    /** @throws uk.hustings.api.problem.Problem INVALID_INPUT naming every field at fault */
    PolicyDraft checked() {
        List<FieldError> faults = new ArrayList<>();
        if (warnAt > weeklyLimit) {
            faults.add(FieldError.at("/warnAt", "must not be more than the weeklyLimit of " + weeklyLimit));
        }
        for (int at = 0; at < channels.size(); at++) {
            if (Channel.fromCode(channels.get(at)).isEmpty()) {
                faults.add(FieldError.at("/channels/" + at, "must be one of " + Channel.codes()));
            }
        }
        for (int at = 0; at < classes.size(); at++) {
            if (BattlegroundClass.fromCode(classes.get(at)).isEmpty()) {
                faults.add(FieldError.at("/classes/" + at, "must be key, battleground, defensive or non-battleground"));
            }
        }
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            faults.add(FieldError.at("/validUntil", "must lie after validFrom"));
        }
        Faults.refuseAny(faults);
        return new PolicyDraft(
                title,
                weeklyLimit,
                warnAt,
                channels.stream().distinct().sorted().toList(),
                classes.stream().distinct().sorted().toList(),
                noticeHours == null ? 0 : noticeHours,
                breakGlassHours == null ? 12 : breakGlassHours,
                validFrom,
                validUntil);
    }
}
