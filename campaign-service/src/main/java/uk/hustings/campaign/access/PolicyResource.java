package uk.hustings.campaign.access;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** The rule that locks, for everybody to read whom it can concern. */
@Path("/v1/campaign/access/policy")
@Tag(name = "Access")
public class PolicyResource {

    private final Policies policies;
    private final Mutiny.SessionFactory sessions;

    PolicyResource(Policies policies, Mutiny.SessionFactory sessions) {
        this.policies = policies;
        this.sessions = sessions;
    }

    /** A version of the policy, on the wire. */
    @Schema(name = "AccessPolicy", description = "The rule that decides who is locked out of a seat")
    public record View(
            @Schema(examples = "1") int version,

            @Schema(examples = "500", description = "Contacts of an ISO week that are allowed; one more locks")
            int weeklyLimit,

            @Schema(examples = "400", description = "Contacts of an ISO week at which a local party is warned")
            int warnAt,

            List<String> channels,
            List<String> classes,

            @Schema(description = "When the rule and every lock by it end")
            Instant ends,

            String activatedBy,
            String reason) {

        static View of(Policies.Activated activated) {
            return new View(
                    activated.policy().version(),
                    activated.policy().weeklyLimit(),
                    activated.policy().warnAt(),
                    activated.policy().channels().stream()
                            .sorted()
                            .map(Channel::code)
                            .toList(),
                    activated.policy().classes().stream()
                            .sorted()
                            .map(BattlegroundClass::code)
                            .toList(),
                    activated.policy().ends(),
                    activated.activatedBy(),
                    activated.reason());
        }
    }

    @GET
    @PermissionsAllowed("policy:read")
    @Operation(operationId = "getAccessPolicy", summary = "The access policy in force")
    public Uni<View> current() {
        return sessions.withStatelessSession(session -> policies.versions(session, 1))
                .map(newest -> View.of(newest.get(0)));
    }
}
