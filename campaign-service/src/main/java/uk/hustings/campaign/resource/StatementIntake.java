package uk.hustings.campaign.resource;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.hustings.access.Caller;
import uk.hustings.api.intake.Faults;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;

/** Checks what is sent against what is known now: holders, regions, the day, and what the caller reaches. */
@ApplicationScoped
class StatementIntake {

    private final ResourceRights rights;
    private final LocalParties parties;
    private final Seats seats;
    private final DomainClock clock;

    StatementIntake(ResourceRights rights, LocalParties parties, Seats seats, DomainClock clock) {
        this.rights = rights;
        this.parties = parties;
        this.seats = seats;
        this.clock = clock;
    }

    /** For the statements of one request. */
    StatementValidator validator(Caller caller) {
        return new StatementValidator(new StatementValidator.Context(
                rights.toWrite(caller),
                parties,
                seats.all().stream().map(Standing::regionCode).collect(Collectors.toUnmodifiableSet()),
                clock.today()));
    }

    /** @throws uk.hustings.api.problem.Problem SEAT_OUT_OF_REACH; INVALID_INPUT naming every fault */
    List<SentStatement.Checked> checked(Caller caller, ResourceOrder order) {
        StatementValidator validator = validator(caller);
        List<FieldError> faults = new ArrayList<>();
        List<SentStatement.Checked> checked = new ArrayList<>();
        for (int number = 0; number < order.amounts().size(); number++) {
            InOrder place = new InOrder(number);
            SentStatement.Checked statement = validator.check(
                    sent(order, order.amounts().get(number)),
                    place,
                    (field, detail) -> faults.add(place.error(field, detail)));
            if (statement != null) {
                checked.add(statement);
            }
        }
        validator.refuseOutOfReach();
        // What all amounts have in common is at fault once.
        Faults.refuseAny(faults.stream().distinct().toList());
        return checked;
    }

    private static SentStatement sent(ResourceOrder order, ResourceOrder.Amount amount) {
        return new SentStatement(
                order.holderKind(),
                order.holder(),
                amount.kind(),
                amount.week(),
                order.basis(),
                amount.amount(),
                order.source(),
                amount.replaces(),
                order.reason());
    }

    /** An amount of an order. */
    private record InOrder(int number) implements SentStatement.Place {

        @Override
        public String inWords() {
            return "/amounts/" + number;
        }

        @Override
        public FieldError error(String field, String detail) {
            return FieldError.at(
                    switch (field) {
                        case "holderKind", "holder", "basis", "source", "reason" -> "/" + field;
                        default -> inWords() + "/" + field;
                    },
                    detail);
        }
    }
}
