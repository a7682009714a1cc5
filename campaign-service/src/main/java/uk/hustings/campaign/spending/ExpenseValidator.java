package uk.hustings.campaign.spending;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import uk.hustings.access.Caller;
import uk.hustings.api.id.Ids;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.text.domain.Characters;
import uk.hustings.api.text.domain.Limits;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.seatref.Seats;
import uk.hustings.campaign.seatref.Standings.Standing;
import uk.hustings.campaign.spending.domain.Contest;
import uk.hustings.campaign.spending.domain.Cost;
import uk.hustings.campaign.spending.domain.ExpenseStatus;
import uk.hustings.campaign.spending.domain.SpendingCategory;
import uk.hustings.campaign.spending.domain.SpendingPeriod;

/** What can be accepted of an expense beyond the form of its fields. Every fault is reported with the field that has it. */
@ApplicationScoped
class ExpenseValidator {

    /** An expense is incurred at most so many years before the election that it is used for. */
    static final int MOST_YEARS_BEFORE = 5;

    private static final BigDecimal ALL = new BigDecimal("100");

    /** An order that can be recorded. */
    record Valid(Standing seat, Contest contest, String localParty, String reference, Expense.Facts facts) {

        SeatCode seatCode() {
            return seat.seatCode();
        }

        BudgetKey budget() {
            return new BudgetKey(seatCode(), contest.election(), facts.period());
        }

        SeatContest place() {
            return new SeatContest(seat, contest);
        }

        Expense recorded(boolean overLimit, String by, Instant now) {
            return new Expense(
                    Ids.next(),
                    seatCode(),
                    contest.election(),
                    localParty,
                    reference,
                    by,
                    now,
                    new Expense.Entry(0, facts, overLimit, null, by, now));
        }
    }

    private final Contests contests;
    private final Seats seats;
    private final LocalParties parties;
    private final DomainClock clock;

    ExpenseValidator(Contests contests, Seats seats, LocalParties parties, DomainClock clock) {
        this.contests = contests;
        this.seats = seats;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * @param order whose fields have the form that they should have
     * @param faults takes the name of a field and what is wrong with it
     * @return null if there is a fault
     */
    Valid check(Caller caller, ExpenseOrder order, BiConsumer<String, String> faults) {
        Counted counted = new Counted(faults);
        Standing seat = seats.find(order.seatCode()).orElse(null);
        if (seat == null) {
            counted.accept("seatCode", "no seat has this code");
        }
        Contest contest = contest(order.election(), counted);
        String localParty = localParty(caller, order.localParty(), counted);
        Expense.Facts facts = facts(
                ExpenseStatus.fromCode(order.status()),
                SpendingCategory.fromCode(order.category()),
                SpendingPeriod.fromCode(order.period()),
                cost(order.paidGbp(), order.notionalGbp(), order.candidateSharePct()),
                order.day(),
                order.supplier(),
                order.description());
        if (contest != null && seat != null) {
            checkContest(contest, seat, facts.period(), counted);
        }
        checkFacts(contest, facts, counted);
        return counted.any ? null : new Valid(seat, contest, localParty, stripped(order.reference()), facts);
    }

    /** Checks what is to be entered about an expense that is recorded. */
    void check(Contest contest, Standing seat, Expense.Facts facts, BiConsumer<String, String> faults) {
        checkContest(contest, seat, facts.period(), faults);
        checkFacts(contest, facts, faults);
    }

    static Expense.Facts facts(
            ExpenseStatus status,
            SpendingCategory category,
            SpendingPeriod period,
            Cost cost,
            LocalDate day,
            String supplier,
            String description) {
        return new Expense.Facts(status, category, period, cost, day, stripped(supplier), stripped(description));
    }

    /** What is left out is nothing of notional value, and all of the candidate's. */
    static Cost cost(BigDecimal paidGbp, BigDecimal notionalGbp, BigDecimal candidateSharePct) {
        return new Cost(
                paidGbp.setScale(2),
                notionalGbp == null ? BigDecimal.ZERO.setScale(2) : notionalGbp.setScale(2),
                (candidateSharePct == null ? ALL : candidateSharePct).setScale(2));
    }

    private static void checkContest(
            Contest contest, Standing seat, SpendingPeriod period, BiConsumer<String, String> faults) {
        if (!contest.isHeldIn(seat.seatCode())) {
            faults.accept("election", "is not held in " + seat.seatCode());
        }
        if (Contests.rule(contest, seat, period).isEmpty()) {
            faults.accept(
                    "period",
                    "%s has no %s campaign, or its limit is not known".formatted(contest.election(), period.code()));
        }
    }

    private void checkFacts(Contest contest, Expense.Facts facts, BiConsumer<String, String> faults) {
        if (facts.cost().paidGbp().signum() == 0 && facts.cost().notionalGbp().signum() == 0) {
            faults.accept("paidGbp", "must be more than 0 where notionalGbp is 0");
        }
        LocalDate day = facts.day();
        if (!Limits.isOrdinary(day)) {
            faults.accept("day", "must be a day " + Limits.YEARS);
            return;
        }
        if (facts.status() == ExpenseStatus.DECLARED && day.isAfter(clock.today())) {
            faults.accept("day", "must not lie in the future for a declaration; today is " + clock.today());
        }
        if (contest != null && day.isAfter(contest.pollingDay())) {
            faults.accept("day", "must not lie after polling day, " + contest.pollingDay());
        }
        if (contest != null && day.isBefore(contest.pollingDay().minusYears(MOST_YEARS_BEFORE))) {
            faults.accept("day", "must not lie more than %d years before polling day".formatted(MOST_YEARS_BEFORE));
        }
    }

    private Contest contest(String election, BiConsumer<String, String> faults) {
        try {
            return contests.find(stripped(election));
        } catch (IllegalArgumentException unknown) {
            faults.accept("election", "must be " + Contest.FORM);
            return null;
        }
    }

    private String localParty(Caller caller, String named, BiConsumer<String, String> faults) {
        String stripped = stripped(named);
        String whose = stripped == null ? caller.localParty().orElse(null) : stripped;
        if (whose != null
                && parties.find(whose).filter(party -> !party.merged()).isEmpty()) {
            faults.accept("localParty", "no local party has this id");
        }
        return whose;
    }

    private static String stripped(String text) {
        return text == null ? null : Characters.stripped(text);
    }

    /** Passes faults on and knows whether there were any. */
    private static final class Counted implements BiConsumer<String, String> {

        private final BiConsumer<String, String> faults;
        private boolean any;

        Counted(BiConsumer<String, String> faults) {
            this.faults = faults;
        }

        @Override
        public void accept(String field, String detail) {
            any = true;
            faults.accept(field, detail);
        }
    }
}
