package uk.hustings.polls.evidence;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import uk.hustings.api.follow.Announcer;
import uk.hustings.polls.evidence.domain.EvidenceBook;

/** The evidence as this replica knows it, and a word to its followers when everybody sees another than before. */
@ApplicationScoped
public class CurrentEvidence {

    private final Announcer announcer = new Announcer();

    /** @throws uk.hustings.api.problem.Problem NOT_READY before the first copy has been read */
    public EvidenceBook get() {
        return EvidenceBook.EMPTY;
    }

    Optional<EvidenceBook> find() {
        return Optional.of(get());
    }

    /** Changes of what everybody may see, embargoes that end among them, and heartbeats. */
    public Multi<String> publicChanges() {
        return announcer.stream();
    }
}
