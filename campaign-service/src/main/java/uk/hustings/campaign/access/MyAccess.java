package uk.hustings.campaign.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.id.SeatCode;

/** What the caller may open, what not, and why. */
@Schema(description = "What you may open, what not, and why")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MyAccess(
        @Schema(examples = "swansea-west-canvasser") String account,
        List<String> roles,
        @Schema(examples = "swansea-west", nullable = true) String localParty,

        @Schema(examples = "E12000009", nullable = true, description = "GSS code of your region")
        String region,

        @Schema(examples = "the seats listed", description = "Where you may report contacts, in words")
        String reportsIn,

        List<Seat> seats,

        @Schema(description = "Invitations to local parties that you can accept or decline; the 100 oldest")
        List<Invitation> invitations) {

    /** An invitation to a local party. */
    @Schema(name = "MyInvitation", description = "An invitation to a local party that you can accept or decline")
    public record Invitation(
            UUID invitationId,
            @Schema(examples = "exeter") String localParty,

            @Schema(examples = "Elected organiser at the annual meeting")
            String reason,

            @Schema(examples = "south-west", description = "The account that invited you")
            String invitedBy,

            Instant invitedAt,

            @Schema(description = "From then on it cannot be accepted any more")
            Instant expiresAt) {}

    /** One seat of the caller's own. */
    @Schema(name = "MySeat", description = "A seat of your own local party, or one that it is twinned with")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Seat(
            SeatCode seatCode,
            @Schema(examples = "Swansea West") String name,

            @Schema(examples = "own", description = "own or twin")
            String relation,

            @Schema(description = "Whether you may report contacts there now")
            boolean open,

            @Schema(examples = "locked", description = "active, warned, notice, locked or exempt")
            String state,

            @Schema(description = "Why, in words") String why,

            @Schema(description = "What would change it, in words", nullable = true)
            String whatWouldChangeIt,

            @Schema(examples = "501", description = "Contacts this ISO week that the policy counts")
            long contactsThisWeek,

            @Schema(nullable = true) Long contactsLeft,

            @Schema(nullable = true, examples = "500", description = "Absent where no limit applies")
            Integer weeklyLimit,

            @Schema(nullable = true, examples = "1", description = "Version of the policy in force")
            Integer policyVersion,

            @Schema(nullable = true) UUID decisionId,

            @Schema(nullable = true, examples = "policy", description = "policy, or the account of a person")
            String decidedBy,

            @Schema(nullable = true) Instant until,

            @Schema(nullable = true, description = "Whether a key-holder has opened the seat in an emergency")
            Boolean breakGlass,

            @Schema(nullable = true, description = "The appeal that is open")
            AppealView openAppeal,

            @Schema(nullable = true, description = "How to appeal, where there is something to appeal")
            String howToAppeal,

            @Schema(nullable = true, description = "Where help is wanted while you are locked out here")
            List<SeatCode> twinnedSeats,

            @Schema(description = "Whether your token carries the Keycloak role on this seat")
            boolean roleInToken) {}
}
