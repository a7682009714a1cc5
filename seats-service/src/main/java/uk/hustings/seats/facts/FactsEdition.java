package uk.hustings.seats.facts;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import uk.hustings.api.kept.Edition;
import uk.hustings.api.time.DomainClock;

/** Every public read is made from the facts and, where it names no day, from today. */
@Singleton
class FactsEdition implements Edition {

    private final CurrentFacts facts;
    private final DomainClock clock;

    FactsEdition(CurrentFacts facts, DomainClock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Optional<Of> current() {
        return facts.find().map(known -> new Of(known.version(), clock.today()));
    }

    record Of(long version, LocalDate today) {}
}
