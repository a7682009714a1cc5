package uk.hustings.polls.poll.domain;

/** Who may know of a poll. */
public enum Visibility {
    /** Those whose role reaches its area. */
    PRIVATE,
    /** Like private until a moment of domain time, from then on public by itself. */
    EMBARGOED,
    /** Everybody, and marked: it was not meant to be known. */
    LEAKED,
    PUBLIC;

    /** A poll that does not say who may know of it is private. */
    public static Visibility unlessSaid(Visibility said) {
        return said == null ? PRIVATE : said;
    }
}
