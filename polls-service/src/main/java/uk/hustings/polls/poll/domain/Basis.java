package uk.hustings.polls.poll.domain;

/** What the reported shares are shares of. */
public enum Basis {
    /** Of everybody asked: don't knows, those who would not vote and those who refused are part of the hundred. */
    RAW,
    /** Of those who named an answer: the others are told apart, or not at all. */
    HEADLINE
}
