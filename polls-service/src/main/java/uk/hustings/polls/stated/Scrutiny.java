package uk.hustings.polls.stated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.hustings.polls.poll.domain.ClientInterest;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.seatref.domain.SeatBook;

/**
 * A stated poll held against the rules and the seats that are known.
 *
 * @param poll null if something is wrong with it
 * @param faults everything that is wrong with it
 * @param warnings what is accepted but should be looked at
 */
public record Scrutiny(Poll poll, List<Fault> faults, List<Fault> warnings) {

    /** Longest name of a pollster, client or speaker. */
    public static final int LONGEST_NAME = 200;

    /** Longest note, statement or address. */
    public static final int LONGEST_NOTE = 2000;

    /** What may be told beside the answers; no answer has one of these names. */
    static final List<String> BESIDE_THE_ANSWERS = List.of("dontKnow", "wouldNotVote", "refused");

    private static final int MOST_STATEMENTS = 50;

    /**
     * Something at a place of the poll.
     *
     * @param pointer JSON pointer, from the poll down
     */
    public record Fault(String pointer, String detail) {

        private static final String SHARES = "/sharesPct";

        /** Whether the shares of a question do not add up. */
        public boolean isOffSum() {
            return pointer.endsWith(SHARES);
        }
    }

    /**
     * Looks at everything, so that every fault is told at once.
     *
     * @param today real day: what is fielded later than the domain's today may be taken in, for the demo lives in the
     *     middle of real data
     */
    public static Scrutiny of(StatedPoll stated, SeatBook seats, LocalDate today) {
        if (stated == null) {
            return new Scrutiny(null, List.of(new Fault("", "must not be null")), List.of());
        }
        Checks checks = new Checks();
        QuestionScrutiny asked = new QuestionScrutiny(checks);
        StatedPoll sound = sound(stated, checks, asked, seats, today);
        return new Scrutiny(
                checks.faults().isEmpty() ? sound.poll() : null, List.copyOf(checks.faults()), asked.warnings());
    }

    private static StatedPoll sound(
            StatedPoll stated, Checks checks, QuestionScrutiny asked, SeatBook seats, LocalDate today) {
        PollKind kind = checks.code("/kind", stated.kind(), PollKind.class);
        ClientInterest interest = checks.code("/clientInterest", stated.clientInterest(), ClientInterest.class);
        Population population = checks.requiredCode("/population", stated.population(), Population.class);
        LocalDate start = checks.day("/fieldworkStart", stated.fieldworkStart(), today);
        LocalDate end = checks.day("/fieldworkEnd", stated.fieldworkEnd(), today);
        if (start != null && end != null && end.isBefore(start)) {
            checks.fault("/fieldworkEnd", "must not be before fieldworkStart %s, was %s".formatted(start, end));
        }
        AreaScrutiny where =
                AreaScrutiny.of(stated.whereStated(), Geography.SEAT, checks, seats, end == null ? today : end);
        List<StatedQuestion> questions = asked.questions(stated.questions());
        List<StatedStatement> statements = statements(stated.statements(), checks);
        if (questions.isEmpty() && statements.isEmpty()) {
            checks.fault("/questions", "must not be empty unless there are statements");
        }
        return new StatedPoll(
                Codes.codeOf(kind == null ? PollKind.POLL : kind),
                checks.text("/pollster", stated.pollster(), LONGEST_NAME),
                checks.text("/client", stated.client(), LONGEST_NAME),
                interest == null ? null : Codes.codeOf(interest),
                stated.bpcMember(),
                checks.text("/mode", stated.mode(), LONGEST_NAME),
                population == null ? null : Codes.codeOf(population),
                where.geography(),
                where.seatCode(),
                where.boundarySet(),
                where.regionCode(),
                start,
                end,
                checks.people("/sampleSize", stated.sampleSize()),
                checks.people("/weightedBase", stated.weightedBase()),
                checks.text("/weighting", stated.weighting(), LONGEST_NOTE),
                checks.webAddress("/tablesUrl", stated.tablesUrl(), LONGEST_NOTE),
                checks.text("/source", stated.source(), LONGEST_NOTE),
                checks.contest("/contest", stated.contest()),
                questions,
                statements,
                null,
                null);
    }

    private static List<StatedStatement> statements(List<StatedStatement> stated, Checks checks) {
        if (stated == null) {
            return List.of();
        }
        if (stated.size() > MOST_STATEMENTS) {
            checks.fault("/statements", "must be %d at most, was %d".formatted(MOST_STATEMENTS, stated.size()));
            return List.of();
        }
        List<StatedStatement> sound = new ArrayList<>();
        IntStream.range(0, stated.size()).forEach(i -> sound.add(statement("/statements/" + i, stated.get(i), checks)));
        return sound;
    }

    private static StatedStatement statement(String pointer, StatedStatement stated, Checks checks) {
        if (stated == null) {
            checks.fault(pointer, "must not be null");
            return null;
        }
        boolean ledBy = stated.option() != null && !stated.option().isBlank();
        boolean worded = stated.text() != null && !stated.text().isBlank();
        if (!ledBy && !worded) {
            checks.fault(pointer + "/text", "must not be empty unless option says who is said to lead");
        }
        return new StatedStatement(
                checks.text(pointer + "/speaker", stated.speaker(), LONGEST_NAME),
                checks.text(pointer + "/text", stated.text(), LONGEST_NOTE),
                ledBy ? checks.option(pointer + "/option", stated.option().strip()) : null);
    }
}
