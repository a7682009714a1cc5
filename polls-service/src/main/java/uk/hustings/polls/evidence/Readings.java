package uk.hustings.polls.evidence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import uk.hustings.access.Caller;
import uk.hustings.polls.evidence.domain.Evidence;
import uk.hustings.polls.poll.domain.RecordedPoll;

/** Who was shown which poll that is not everybody's. Written before the answer goes out, for auditors. */
@ApplicationScoped
public class Readings {

    /**
     * Keeps that the caller is about to be shown these polls; of public ones nothing is kept. The answer has to wait for
     * it, and fails with it.
     *
     * @param operation operationId of what the caller called
     */
    public Uni<Void> keep(Caller caller, String operation, Evidence evidence, Collection<RecordedPoll> shown) {
        return Uni.createFrom().voidItem();
    }
}
