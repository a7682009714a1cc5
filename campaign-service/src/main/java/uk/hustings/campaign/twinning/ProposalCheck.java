package uk.hustings.campaign.twinning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.reach.Journeys;
import uk.hustings.campaign.reach.domain.Travel;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.twinning.domain.Period;

/** What is wrong with proposals, and what is only odd. */
@ApplicationScoped
class ProposalCheck {

    private record Pair(String donor, SeatCode target) {}

    private final LocalParties parties;
    private final Seats seats;
    private final WantedSeats wanted;
    private final DomainClock clock;

    ProposalCheck(LocalParties parties, Seats seats, WantedSeats wanted, DomainClock clock) {
        this.parties = parties;
        this.seats = seats;
        this.wanted = wanted;
        this.clock = clock;
    }

    /**
     * @param place JSON pointer of a proposal by its index
     * @throws uk.hustings.api.problem.Problem INVALID_INPUT naming every fault
     */
    void refuseFaulty(List<TwinningProposal> proposals, IntFunction<String> place) {
        List<FieldError> faults = new ArrayList<>();
        Map<Pair, Integer> earlier = new HashMap<>();
        for (int index = 0; index < proposals.size(); index++) {
            TwinningProposal proposal = proposals.get(index);
            String at = place.apply(index);
            checkPair(proposal, at, faults);
            checkPeriod(proposal.period(), at, faults);
            Integer twin = earlier.putIfAbsent(new Pair(proposal.donor(), proposal.target()), index);
            if (twin != null) {
                faults.add(FieldError.at(at, "proposes the same donor and target as %s".formatted(place.apply(twin))));
            }
        }
        Faults.refuseAny(faults);
    }

    /** What is allowed and still worth a second look, in words. */
    List<String> warnings(TwinningProposal proposal, Travel travel) {
        List<String> warnings = new ArrayList<>();
        if (!wanted.contains(proposal.target())) {
            warnings.add(
                    "%s is neither a key seat nor a battleground, nor to be defended: help is wanted elsewhere first."
                            .formatted(seats.get(proposal.target()).name()));
        }
        if (travel == null) {
            warnings.add("It is not known how far it is.");
        } else if (travel.hours() > Journeys.USUAL_HOURS) {
            warnings.add("It is %s hours by road each way, more than %s."
                    .formatted(travel.roundedHours(), Journeys.USUAL_HOURS));
        }
        return warnings;
    }

    private void checkPair(TwinningProposal proposal, String at, List<FieldError> faults) {
        if (parties.find(proposal.donor()).filter(donor -> !donor.merged()).isEmpty()) {
            faults.add(FieldError.at(at + "/donor", "no local party has this id, or it was merged into another"));
        }
        if (seats.find(proposal.target()).isEmpty()) {
            faults.add(FieldError.at(at + "/target", "no seat of the boundaries in force has this code"));
        } else if (parties.owns(proposal.donor(), proposal.target())) {
            faults.add(FieldError.at(at + "/target", "is the donor's own seat; it works there without a twinning"));
        }
    }

    private void checkPeriod(Period period, String at, List<FieldError> faults) {
        LocalDate today = clock.today();
        Optional<String> fault;
        if (period.reversed()) {
            fault = Optional.of("must not lie before from, %s".formatted(period.from()));
        } else if (period.tooLong()) {
            fault = Optional.of(
                    "must be at most the %dth day, was the %dth".formatted(Period.MOST_DAYS, period.days()));
        } else {
            fault = period.overBy(today)
                    ? Optional.of("must not lie in the past; today is " + today)
                    : Optional.empty();
        }
        fault.ifPresent(detail -> faults.add(FieldError.at(at + "/until", detail)));
    }
}
