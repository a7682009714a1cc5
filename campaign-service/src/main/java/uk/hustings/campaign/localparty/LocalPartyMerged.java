package uk.hustings.campaign.localparty;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.contact.domain.PartySeat;

/** Whoever has to end something when a local party is merged into another. Every bean of this type is told. */
public interface LocalPartyMerged {

    /** Beside the seats that move, the places that a merger of this local party concerns. The caller holds its row. */
    Uni<List<PartySeat>> concerned(Mutiny.StatelessSession session, String from);

    /**
     * Follows in the transaction of the merger, after the seats have moved, the grants are buried and a role sync of both
     * is asked for.
     *
     * @param from has no seats any more
     * @param by account of the person who merged them
     * @param now domain time
     */
    Uni<Void> merged(Mutiny.StatelessSession session, String from, String into, String by, Instant now);
}
