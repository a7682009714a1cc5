package uk.hustings.campaign.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account that belongs to a local party. */
@Schema(description = "An account that belongs to a local party, as Keycloak has it")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Member(
        @Schema(examples = "exeter-organiser", description = "The name under which it logs in")
        String account,

        @Schema(examples = "Exeter Organiser", nullable = true, description = "Given and family name")
        String name,

        @Schema(description = "Whether the account can log in")
        boolean enabled,

        @Schema(description = "Whether it may open, in an emergency and on the record, what a lock has shut")
        boolean keyHolder) {

    static Member of(Accounts.Account account, boolean keyHolder) {
        return new Member(account.username(), account.name(), account.enabled(), keyHolder);
    }
}
