package uk.hustings.campaign.twinning;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.localparty.LocalPartyMerged;
import uk.hustings.campaign.twinning.domain.TwinningStatus;

/** The twinnings of a local party that was merged into another end: whoever goes on is asked anew where it helps. */
@ApplicationScoped
class TwinningsOfMerged implements LocalPartyMerged {

    private final Twinnings twinnings;
    private final TwinGrants grants;

    TwinningsOfMerged(Twinnings twinnings, TwinGrants grants) {
        this.twinnings = twinnings;
        this.grants = grants;
    }

    @Override
    public Uni<List<PartySeat>> concerned(Mutiny.StatelessSession session, String from) {
        return twinnings
                .openOf(session, from)
                .map(open -> open.stream().map(Twinning::place).toList());
    }

    @Override
    public Uni<Void> merged(Mutiny.StatelessSession session, String from, String into, String by, Instant now) {
        String reason = "The local party was merged into %s.".formatted(into);
        return twinnings.openOf(session, from).chain(open -> Multi.createFrom()
                .iterable(open)
                .onItem()
                .transformToUniAndConcatenate(twinning -> twinnings
                        .change(session, twinning, TwinningStatus.ENDED, false, by, now, reason)
                        .chain(() -> twinning.inForce()
                                ? grants.over(session, twinning, reason)
                                : Uni.createFrom().voidItem()))
                .collect()
                .last());
    }
}
