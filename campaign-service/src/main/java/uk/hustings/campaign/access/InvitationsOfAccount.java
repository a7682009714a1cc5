package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;

/** Where the invitations to local parties are kept. */
public interface InvitationsOfAccount {

    /** Those that the caller can still accept or decline. */
    Uni<List<MyAccess.Invitation>> openFor(Mutiny.StatelessSession session, Caller caller, Instant now);
}
