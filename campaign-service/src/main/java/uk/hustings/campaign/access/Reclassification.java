package uk.hustings.campaign.access;

/** A seat that changes its class by hand leaves or enters what the policy covers, in the same transaction. */
@ApplicationScoped
class Reclassification implements SeatsReclassified {

    private final Review review;
    private final DomainClock clock;

    Reclassification(Review review, DomainClock clock) {
        this.review = review;
        this.clock = clock;
    }

    @Override
    public Uni<Void> reclassified(Mutiny.StatelessSession session, Collection<SeatCode> seats, String by) {
        return review.inSeats(session, seats, clock.instant());
    }
}
