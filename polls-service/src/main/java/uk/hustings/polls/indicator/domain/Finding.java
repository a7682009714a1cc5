package uk.hustings.polls.indicator.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Statement;

/** What a piece of evidence says, by its kind. */
public sealed interface Finding {

    ItemKind kind();

    /** What beside label, place, day and source tells it from others of its kind; empty if nothing does. */
    default String particulars() {
        return "";
    }

    /** Whether a party's members or supporters speak in it, not voters. */
    default boolean isOfAParty() {
        return false;
    }

    /** @param figures at least one */
    record Indicator(List<Figure> figures) implements Finding {

        public Indicator {
            figures = List.copyOf(figures);
        }

        @Override
        public ItemKind kind() {
            return ItemKind.INDICATOR;
        }
    }

    /**
     * @param council null if unknown
     * @param ward null if the votes are the whole council's
     * @param turnoutPct percentage points; null if unknown
     * @param results in the order of the source
     */
    record RealVotes(String council, String ward, BigDecimal turnoutPct, List<Tally> results) implements Finding {

        public RealVotes {
            results = List.copyOf(results);
        }

        @Override
        public ItemKind kind() {
            return ItemKind.REAL_VOTES;
        }

        @Override
        public String particulars() {
            return together(council, ward);
        }
    }

    /**
     * @param population null if unknown
     * @param moves each earlier answer once
     */
    record Switching(Population population, List<Moves> moves) implements Finding {

        public Switching {
            moves = List.copyOf(moves);
        }

        @Override
        public ItemKind kind() {
            return ItemKind.SWITCHING;
        }

        @Override
        public String particulars() {
            return population == null ? "" : population.name();
        }

        @Override
        public boolean isOfAParty() {
            return population == Population.PARTY_MEMBERS;
        }
    }

    /**
     * @param population null if unknown
     * @param base people who were asked, 1 or more; null if unknown
     * @param reasons the weightiest first
     */
    record Reasons(Population population, Integer base, List<Reason> reasons) implements Finding {

        public Reasons {
            reasons = List.copyOf(reasons);
        }

        @Override
        public ItemKind kind() {
            return ItemKind.REASONS;
        }

        @Override
        public String particulars() {
            return population == null ? "" : population.name();
        }

        @Override
        public boolean isOfAParty() {
            return population == Population.PARTY_MEMBERS;
        }
    }

    /** @param statement has a text */
    record Said(Statement statement) implements Finding {

        @Override
        public ItemKind kind() {
            return ItemKind.STATEMENT;
        }

        @Override
        public String particulars() {
            return together(statement.speaker(), statement.text());
        }
    }

    /**
     * @param electorate who could vote, for example {@code party members}
     * @param turnoutPct percentage points; null if unknown
     * @param results in the order of the source
     */
    record BallotResult(String electorate, BigDecimal turnoutPct, List<Tally> results) implements Finding {

        public BallotResult {
            results = List.copyOf(results);
        }

        @Override
        public ItemKind kind() {
            return ItemKind.BALLOT_RESULT;
        }

        @Override
        public String particulars() {
            return electorate;
        }

        @Override
        public boolean isOfAParty() {
            return true;
        }
    }

    /** No text has the separator in it: control characters are refused. */
    private static String together(String... parts) {
        return Stream.of(parts).map(part -> part == null ? "" : part).collect(Collectors.joining("\u001f"));
    }
}
