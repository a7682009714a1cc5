package uk.hustings.polls.reading.domain;

/** A question that the evidence cannot answer; the message says why, to whoever asked. */
public final class Unanswerable extends RuntimeException {

    /** What the evidence lacks. */
    public enum Lack {
        /** Figures of different things: populations, questions, kinds, bases. */
        COMPARABLE,
        /** Too few figures for an answer that says how sure it is. */
        ENOUGH,
        /** Every question was asked once only. */
        SECOND_WAVE
    }

    private final Lack lack;

    Unanswerable(Lack lack, String why) {
        // A refusal is an answer, not a crash: no stack trace to fill.
        super(why, null, false, false);
        this.lack = lack;
    }

    public Lack lack() {
        return lack;
    }
}
