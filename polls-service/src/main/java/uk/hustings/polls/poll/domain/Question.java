package uk.hustings.polls.poll.domain;

/** What was asked. */
public enum Question {
    /** Ordinary voting intention. */
    STANDARD,
    /** Voting intention after "thinking about your own constituency and the candidates likely to stand there". */
    CONSTITUENCY,
    /** Voting intention with the candidates named. */
    NAMED_CANDIDATE,
    /** How members of a party would vote in a ballot of its own. */
    MEMBERS_BALLOT,
    /** Which parties the voter remembers hearing from. */
    CONTACT_RECALL;

    /** Whether the answers are parties that a result can be compared with. */
    public boolean comparesWithResults() {
        return this == STANDARD || this == CONSTITUENCY;
    }

    /** Whether one answer excludes the others, so that the shares add up to 100 and somebody is ahead. */
    public boolean answersExcludeEachOther() {
        return this != CONTACT_RECALL;
    }
}
