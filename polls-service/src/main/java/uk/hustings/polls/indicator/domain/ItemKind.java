package uk.hustings.polls.indicator.domain;

/** What sort of evidence it is. None is ever averaged with polls, nor with another kind. */
public enum ItemKind {
    /** Counts, odds and the like: nominations, betting odds, supporters recruited. */
    INDICATOR,
    /** Votes that were really cast, in a local election or by-election within a seat. */
    REAL_VOTES,
    /** Where those who were for one answer have gone since. */
    SWITCHING,
    /** Why people say they choose as they do, in order of weight. */
    REASONS,
    /** What somebody says of a seat or contest without figures. */
    STATEMENT,
    /** How one electorate of a party voted in the party's own ballot. */
    BALLOT_RESULT
}
