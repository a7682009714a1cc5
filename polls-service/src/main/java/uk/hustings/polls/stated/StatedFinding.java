package uk.hustings.polls.stated;

import java.math.BigDecimal;
import java.util.List;
import uk.hustings.polls.indicator.domain.Finding;
import uk.hustings.polls.indicator.domain.ItemKind;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Population;
import uk.hustings.polls.poll.domain.Statement;

/** The fields of a stated item of which its kind decides which it has; the others are null. */
record StatedFinding(
        List<StatedFigure> figures,
        String council,
        String ward,
        String electorate,
        BigDecimal turnoutPct,
        List<StatedTally> results,
        String population,
        Integer base,
        List<StatedMoves> moves,
        List<StatedReason> reasons,
        String speaker,
        String text,
        String option) {

    static StatedFinding of(Finding finding) {
        if (finding instanceof Finding.Indicator indicator) {
            return ofFigures(indicator.figures().stream().map(StatedFigure::of).toList());
        }
        if (finding instanceof Finding.RealVotes votes) {
            return ofVotes(
                    votes.council(),
                    votes.ward(),
                    null,
                    votes.turnoutPct(),
                    votes.results().stream().map(StatedTally::of).toList());
        }
        if (finding instanceof Finding.BallotResult ballot) {
            return ofVotes(
                    null,
                    null,
                    ballot.electorate(),
                    ballot.turnoutPct(),
                    ballot.results().stream().map(StatedTally::of).toList());
        }
        if (finding instanceof Finding.Switching switching) {
            return ofMoves(
                    code(switching.population()),
                    switching.moves().stream().map(StatedMoves::of).toList());
        }
        if (finding instanceof Finding.Reasons given) {
            return ofReasons(
                    code(given.population()),
                    given.base(),
                    given.reasons().stream().map(StatedReason::of).toList());
        }
        Statement said = ((Finding.Said) finding).statement();
        return ofWords(said.speaker(), said.text(), said.option());
    }

    /** What was found, of what is known to be sound. */
    Finding finding(String kind) {
        return switch (Codes.read(ItemKind.class, kind)) {
            case INDICATOR ->
                new Finding.Indicator(figures.stream().map(StatedFigure::figure).toList());
            case REAL_VOTES ->
                new Finding.RealVotes(
                        council,
                        ward,
                        turnoutPct,
                        results.stream().map(StatedTally::tally).toList());
            case SWITCHING ->
                new Finding.Switching(
                        populationOrNull(),
                        moves.stream().map(StatedMoves::moves).toList());
            case REASONS ->
                new Finding.Reasons(
                        populationOrNull(),
                        base,
                        reasons.stream().map(StatedReason::reasonGiven).toList());
            case STATEMENT -> new Finding.Said(new Statement(speaker, text, option));
            case BALLOT_RESULT ->
                new Finding.BallotResult(
                        electorate,
                        turnoutPct,
                        results.stream().map(StatedTally::tally).toList());
        };
    }

    private static StatedFinding ofFigures(List<StatedFigure> given) {
        return new StatedFinding(given, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static StatedFinding ofVotes(
            String inCouncil, String inWard, String ofElectorate, BigDecimal turnout, List<StatedTally> given) {
        return new StatedFinding(
                null, inCouncil, inWard, ofElectorate, turnout, given, null, null, null, null, null, null, null);
    }

    private static StatedFinding ofMoves(String ofPopulation, List<StatedMoves> given) {
        return new StatedFinding(null, null, null, null, null, null, ofPopulation, null, given, null, null, null, null);
    }

    private static StatedFinding ofReasons(String ofPopulation, Integer asked, List<StatedReason> given) {
        return new StatedFinding(
                null, null, null, null, null, null, ofPopulation, asked, null, given, null, null, null);
    }

    private static StatedFinding ofWords(String by, String words, String leader) {
        return new StatedFinding(null, null, null, null, null, null, null, null, null, null, by, words, leader);
    }

    private Population populationOrNull() {
        return population == null ? null : Codes.read(Population.class, population);
    }

    private static String code(Population population) {
        return population == null ? null : Codes.codeOf(population);
    }
}
