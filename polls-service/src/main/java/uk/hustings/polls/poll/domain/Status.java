package uk.hustings.polls.poll.domain;

/** Whether a poll still counts. */
public enum Status {
    RECORDED,
    /** Taken back: in no list, count or average, though whoever knows its id can still read it. */
    WITHDRAWN
}
