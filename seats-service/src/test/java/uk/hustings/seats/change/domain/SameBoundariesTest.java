package uk.hustings.seats.change.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.hustings.seats.election.domain.Basis;
import uk.hustings.seats.election.domain.Election;
import uk.hustings.seats.election.domain.ElectionKind;

class SameBoundariesTest {

    private static final LocalDate IN_2019 = LocalDate.of(2019, 12, 12);
    private static final LocalDate IN_2024 = LocalDate.of(2024, 7, 4);
    private static final Election GE2017 = election("ge2017", LocalDate.of(2017, 6, 8), "2010", Basis.ACTUAL);
    private static final Election GE2019 = election("ge2019", IN_2019, "2010", Basis.ACTUAL);
    private static final Election GE2024 = election("ge2024", IN_2024, "2024", Basis.ACTUAL);
    private static final Election NOTIONAL = election("ge2019-notional-2024", IN_2019, "2024", Basis.NOTIONAL);
    private static final List<Election> ALL = List.of(GE2017, GE2019, NOTIONAL, GE2024);

    @Test
    void electionsOnTheSameBoundariesCanBeCompared() {
        assertThat(SameBoundaries.objection(GE2017, GE2019, ALL)).isEmpty();
        assertThat(SameBoundaries.objection(NOTIONAL, GE2024, ALL)).isEmpty();
    }

    @Test
    void theNotionalResultThatWouldDoIsNamed() {
        assertThat(SameBoundaries.objection(GE2019, GE2024, ALL))
                .contains("ge2019 is told on the boundaries of 2010 and ge2024 on those of 2024; use "
                        + "from=ge2019-notional-2024, what ge2019 would have been on the boundaries of 2024");
        assertThat(SameBoundaries.objection(GE2024, GE2019, ALL).orElseThrow()).contains("use to=ge2019-notional-2024");
    }

    @Test
    void whereThereIsNoneThatIsSaid() {
        assertThat(SameBoundaries.objection(GE2017, GE2024, ALL).orElseThrow()).contains("no notional result");
        assertThat(SameBoundaries.objection(GE2019, GE2024, List.of(GE2019, GE2024)))
                .isPresent();
    }

    private static Election election(String id, LocalDate day, String boundarySet, Basis basis) {
        return new Election(id, id, ElectionKind.GENERAL, day, boundarySet, basis, null, null);
    }
}
