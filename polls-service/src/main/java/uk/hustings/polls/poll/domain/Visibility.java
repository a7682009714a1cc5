package uk.hustings.polls.poll.domain;

/** Who may know of a poll: everybody, or those whose role reaches its seat. */
public enum Visibility {
    PRIVATE,
    PUBLIC;

    /** A poll that does not say who may know of it is private. */
    public static Visibility unlessSaid(Visibility said) {
        return said == null ? PRIVATE : said;
    }
}
