package uk.hustings.polls.evidence;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.hustings.api.kept.Edition;
import uk.hustings.api.time.DomainClock;
import uk.hustings.polls.seatref.Seats;

/**
 * What every public read is made from: the evidence that everybody may see, the seats, what else there is and, where a
 * read names no day, today. A private poll makes no new edition, or its import could be told from the answers.
 */
@Singleton
class EvidenceEdition implements Edition {

    private final CurrentEvidence evidence;
    private final Seats seats;
    private final DomainClock clock;
    private final List<PublicVersion> besides;

    EvidenceEdition(CurrentEvidence evidence, Seats seats, DomainClock clock, @All List<PublicVersion> besides) {
        this.evidence = evidence;
        this.seats = seats;
        this.clock = clock;
        this.besides = besides;
    }

    @Override
    public Optional<Of> current() {
        return evidence.find().flatMap(book -> seats.version()
                .map(version -> new Of(
                        book.publicVersion(),
                        book.embargoesEnded(clock.instant()),
                        version,
                        clock.today(),
                        besides.stream().map(PublicVersion::current).toList())));
    }

    record Of(long evidence, int embargoesEnded, String seats, LocalDate today, List<Object> besides) {}
}
