package uk.hustings.polls.reading.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.seatref.domain.Contest;
import uk.hustings.polls.seatref.domain.Election;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * The vote that each poll is held against: the next one in its area after the fieldwork, by-elections among them for a
 * seat, and for members of a party the ballot that gives the same answers. For one question only: it remembers what it has
 * added up.
 */
public final class Outcomes {

    private final SeatBook seats;
    private final List<Election> generalElections;
    private final List<Outcome> ballots;
    private final LocalDate asOf;
    private final int days;
    private final Map<String, Baseline> results = new HashMap<>();

    /** Why a poll is held against nothing. */
    public enum Missing {
        /** It gives no figures. */
        FIGURES,
        /** Nobody knows when it was taken. */
        DAY,
        /** Its question is not one that a vote answers. */
        QUESTION,
        /** Nothing was voted on in its area in the time after it, or nothing that is known yet. */
        VOTE
    }

    /** An outcome, or why there is none: one of the two is null. */
    public record Found(Outcome outcome, Missing missing) {}

    /**
     * @param ballots of members of parties, as far as their results are known
     * @param asOf votes later than this day are not known yet
     * @param days from the end of the fieldwork to the vote at most, 0 or more
     */
    public Outcomes(SeatBook seats, List<Outcome> ballots, LocalDate asOf, int days) {
        this.seats = seats;
        this.generalElections = seats.elections().stream()
                .filter(election -> election.isGeneral() && !election.isNotional())
                .toList();
        this.ballots =
                ballots.stream().sorted(Comparator.comparing(Outcome::day)).toList();
        this.asOf = asOf;
        this.days = days;
    }

    public Found of(Polled polled) {
        if (!polled.hasFigures()) {
            return new Found(null, Missing.FIGURES);
        }
        if (polled.asked().question() == Question.MEMBERS_BALLOT) {
            return found(ballot(polled));
        }
        if (!polled.asked().question().comparesWithResults()) {
            return new Found(null, Missing.QUESTION);
        }
        LocalDate day = polled.day();
        return day == null
                ? new Found(null, Missing.DAY)
                : found(vote(polled.key().area(), day));
    }

    private static Found found(Optional<Outcome> outcome) {
        return outcome.map(known -> new Found(known, null)).orElseGet(() -> new Found(null, Missing.VOTE));
    }

    private Optional<Outcome> vote(Area area, LocalDate fieldwork) {
        return switch (area.geography()) {
            case SEAT ->
                seats.find(area.boundarySet(), area.seatCode().orElseThrow()).stream()
                        .flatMap(seat -> seat.contests().stream())
                        .filter(contest -> !contest.notional() && isNear(fieldwork, contest.pollingDay()))
                        .findFirst()
                        .map(Outcomes::outcome);
            case GB, REGION, UK ->
                generalElections.stream()
                        .filter(election -> isNear(fieldwork, election.pollingDay()))
                        .findFirst()
                        .flatMap(election -> outcome(election, area));
        };
    }

    /** Contests and elections come in order of their day, so that the first that is near is the next. */
    private boolean isNear(LocalDate fieldwork, LocalDate vote) {
        return !vote.isBefore(fieldwork) && !vote.isAfter(asOf) && ChronoUnit.DAYS.between(fieldwork, vote) <= days;
    }

    private Optional<Outcome> ballot(Polled polled) {
        LocalDate day = polled.day();
        String contest = polled.recorded().poll().details().contest();
        return ballots.stream()
                .filter(ballot -> contest == null || contest.equals(ballot.contest()))
                .filter(ballot -> !ballot.day().isAfter(asOf) && (day == null || isNear(day, ballot.day())))
                .filter(ballot -> polled.asked().shares().stream()
                                .filter(share -> ballot.sharesPct().containsKey(share.option()))
                                .count()
                        > 1)
                .findFirst();
    }

    private Optional<Outcome> outcome(Election election, Area area) {
        return results.computeIfAbsent(election.id(), first -> new Baseline(seats, election))
                .of(area)
                .map(result -> new Outcome(election.id(), election.pollingDay(), result.sharesPct()));
    }

    private static Outcome outcome(Contest contest) {
        return new Outcome(contest.electionId(), contest.pollingDay(), contest.sharesPct());
    }
}
