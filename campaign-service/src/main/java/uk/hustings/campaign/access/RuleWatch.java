package uk.hustings.campaign.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.access.domain.AccessPolicy;
import uk.hustings.campaign.duty.Duty;
import uk.hustings.campaign.duty.DutyConfig;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.strategy.Strategy;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/**
 * Notices when another rule comes into force, or the rule of classes gives a seat another class, and reviews everybody.
 * Once a minute, unless configured otherwise, it does so unasked, in case that what it noticed could not be done.
 */
@ApplicationScoped
class RuleWatch implements Duty {

    /** What decides beside the counts; equal, nothing has moved. */
    private record Seen(AccessPolicy policy, boolean valid, List<BattlegroundClass> classes) {}

    private final Review review;
    private final Policies policies;
    private final Strategy strategy;
    private final Seats seats;
    private final Duration unasked;
    private volatile Seen seen;
    private volatile Instant reviewed = Instant.MIN;

    RuleWatch(Review review, Policies policies, Strategy strategy, Seats seats, DutyConfig config) {
        this.review = review;
        this.policies = policies;
        this.strategy = strategy;
        this.seats = seats;
        this.unasked = config.reviewEvery();
    }

    @Override
    public Uni<Void> perform(Mutiny.StatelessSession session, Instant now) {
        if (seats.all().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return policies.current(session, now).chain(policy -> {
            Seen current = new Seen(
                    policy,
                    policy.valid(now),
                    seats.all().stream()
                            .map(seat -> strategy.classOf(seat.seatCode()))
                            .toList());
            if (current.equals(seen) && reviewed.isAfter(now.minus(unasked))) {
                return Uni.createFrom().voidItem();
            }
            return review.everywhere(session).invoke(() -> {
                seen = current;
                reviewed = now;
            });
        });
    }
}
