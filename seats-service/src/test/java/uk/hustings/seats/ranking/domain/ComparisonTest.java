package uk.hustings.seats.ranking.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.seats.RealData;
import uk.hustings.seats.facts.domain.Facts;
import uk.hustings.seats.ranking.domain.Move.Kind;
import uk.hustings.seats.ranking.domain.Move.Reason;

class ComparisonTest {

    private static final Facts FACTS = RealData.facts();
    private static final int TOP = 106;
    private static final LocalDate SUMMER_2010 = LocalDate.of(2010, 6, 30);
    private static final LocalDate APRIL_2015 = LocalDate.of(2015, 4, 14);

    @Test
    void aSeatWonAtAByElectionLeavesTheListAndTheOthersMoveUp() {
        List<Move> moves = compare("lab", SUMMER_2010, APRIL_2015, TOP);

        Move corby = find(moves, "Corby");
        assertThat(corby.kind()).isEqualTo(Kind.LEFT);
        assertThat(corby.reason()).isEqualTo(Reason.WON);
        assertThat(corby.after()).isNull();
        assertThat(moves)
                .filteredOn(move -> move.kind() == Kind.UP)
                .isNotEmpty()
                .allSatisfy(move -> {
                    assertThat(move.reason()).isEqualTo(Reason.OTHERS_MOVED);
                    assertThat(move.after().rank()).isLessThan(move.before().rank());
                });
    }

    @Test
    void aSeatLostAtAByElectionEntersTheList() {
        Move corby = find(compare("con", SUMMER_2010, APRIL_2015, 650), "Corby");

        assertThat(corby.kind()).isEqualTo(Kind.ENTERED);
        assertThat(corby.reason()).isEqualTo(Reason.LOST);
        assertThat(corby.before()).isNull();
    }

    @Test
    void nothingMovesBetweenEqualDays() {
        assertThat(compare("lab", APRIL_2015, APRIL_2015, TOP)).hasSize(TOP).allSatisfy(move -> {
            assertThat(move.kind()).isEqualTo(Kind.STAYED);
            assertThat(move.reason()).isEqualTo(Reason.NONE);
        });
    }

    @Test
    void theMovesAreTheLaterListFollowedByThoseThatLeft() {
        List<Move> moves = compare("lab", SUMMER_2010, APRIL_2015, TOP);
        List<Move> stayed =
                moves.stream().filter(move -> move.kind() != Kind.LEFT).toList();

        assertThat(stayed).extracting(move -> move.after().rank()).isSorted().hasSize(TOP);
        assertThat(moves.subList(stayed.size(), moves.size())).allMatch(move -> move.kind() == Kind.LEFT);
    }

    private static List<Move> compare(String party, LocalDate from, LocalDate to, int top) {
        return Comparison.of(
                FACTS.standings(RealData.BOUNDARIES_2010, from),
                FACTS.standings(RealData.BOUNDARIES_2010, to),
                party,
                top);
    }

    private static Move find(List<Move> moves, String name) {
        return moves.stream()
                .filter(move -> move.seat().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
