package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who asked that somebody be given the key of a local party. */
public interface KeyGrants {

    /**
     * @param keyHolder account that holds the key
     * @param account that may have asked for it
     * @return whether a request of this account for the key was granted
     */
    Uni<Boolean> askedFor(Mutiny.StatelessSession session, String localParty, String keyHolder, String account);
}
