package uk.hustings.campaign.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** Why a seat is open or shut to a local party, and what would change it. */
@Schema(
        name = "AccessExplanation",
        description = "Why a seat is open or shut to a local party, and what would change it")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessExplanation(
        @Schema(examples = "swansea-west") String localParty,
        SeatCode seatCode,
        @Schema(examples = "Swansea West") String name,

        @Schema(description = "Whether the local party may report contacts there now, as far as locks go")
        boolean open,

        @Schema(examples = "locked", description = "active, warned, notice, locked or exempt")
        String state,

        @Schema(description = "Why, in words") String why,

        @Schema(description = "What would change it, in words", nullable = true)
        String whatWouldChangeIt,

        @Schema(examples = "501", description = "Contacts this ISO week that the policy counts")
        long contactsThisWeek,

        @Schema(nullable = true, examples = "0") Long contactsLeft,

        @Schema(
                nullable = true,
                examples = "500",
                description = "Contacts of an ISO week that are allowed; absent where" + " no limit applies")
        Integer weeklyLimit,

        @Schema(nullable = true, examples = "1", description = "Version of the policy in force; absent if none is")
        Integer policyVersion,

        @Schema(nullable = true, description = "The decision that it rests on")
        UUID decisionId,

        @Schema(nullable = true, examples = "policy", description = "policy, or the account of a person")
        String decidedBy,

        @Schema(nullable = true, description = "When the lock, the notice or the exemption ends by itself")
        Instant until,

        @Schema(nullable = true, description = "Whether a key-holder has opened the seat in an emergency")
        Boolean breakGlass,

        @Schema(nullable = true, description = "The appeal that is open")
        AppealView openAppeal,

        @Schema(nullable = true, description = "How to appeal, where there is something to appeal")
        String howToAppeal,

        @Schema(nullable = true, description = "Where a locked local party is twinned, and help is wanted")
        List<SeatCode> twinnedSeats) {}
