package uk.hustings.campaign.access;

/** Locks, notices, exemptions and emergencies whose time is over. */
@ApplicationScoped
class TimesUp implements Duty {

    private final Review review;

    TimesUp(Review review) {
        this.review = review;
    }

    @Override
    public Uni<Void> perform(Mutiny.StatelessSession session, Instant now) {
        return review.whatIsDue(session, now);
    }
}
