package uk.hustings.campaign.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.hustings.api.id.SeatCode;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.campaign.reach.domain.Travel;

class TravelSheetTest {

    private static final SeatCode DURHAM = new SeatCode("E14000641");
    private static final SeatCode AUCKLAND = new SeatCode("E14000569");

    @Test
    void aFileBringsJourneysFromLocalPartiesAndFromSeats() {
        TravelSheet.Read read = read("durham,E14000569,24,19.5\nE14000569,E14000641,0,0\n");
        assertThat(read.pairs()).isEqualTo(2);
        assertThat(read.matrix().between("durham", List.of(DURHAM), AUCKLAND)).contains(new Travel(19.5, 0.4));
        assertThat(read.matrix().between("auckland", List.of(AUCKLAND), DURHAM)).contains(Travel.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "nowhere,E14000569,24,19.5; /from",
                "E14999999,E14000569,24,19.5; /from",
                ",E14000569,24,19.5; /from",
                "durham,E14999999,24,19.5; /to",
                "durham,auckland,24,19.5; /to",
                "durham,,24,19.5; /to",
                "E14000569,E14000569,24,19.5; /to",
                "durham,E14000569,-1,19.5; /minutes",
                "durham,E14000569,1440.1,19.5; /minutes",
                "durham,E14000569,NaN,19.5; /minutes",
                "durham,E14000569,Infinity,19.5; /minutes",
                "durham,E14000569,,19.5; /minutes",
                "durham,E14000569,24,-0.1; /kilometres",
                "durham,E14000569,24,2000.1; /kilometres",
                "durham,E14000569,24,; /kilometres"
            })
    void whatCannotBeAcceptedIsNamedWithItsLine(String row, String pointer) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read("durham,E14000641,1,1\n" + row + "\n"))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.INVALID_INPUT);
                    assertThat(problem.errors()).extracting("pointer").containsExactly(pointer);
                    assertThat(problem.errors()).extracting("row").containsExactly(3);
                });
    }

    @Test
    void figuresAtTheirLimitsAreTaken() {
        assertThat(read("durham,E14000569,1440,2000\n").matrix().between("durham", List.of(), AUCKLAND))
                .contains(new Travel(2000, 24));
    }

    @Test
    void aPairMayAppearOnce() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read("durham,E14000569,24,19.5\ndurham,E14000569,24,19.5\n"))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting("detail")
                        .containsExactly("has a journey from durham already"));
    }

    @Test
    void aWholeMatrixIsTakenAndNoRowMore() {
        assertThat(generated(TravelSheet.MOST_ROWS).pairs()).isEqualTo(422_500);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> generated(TravelSheet.MOST_ROWS + 1))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.BODY_TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from,to,minutes\n",
                "from,to,minutes,kilometres\n",
                "from,to,minutes,kilometres,by\na,b,1,1,car\n"
            })
    void anotherFileIsRefused(String csv) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> sheet().read(stream(csv)))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.BROKEN_BODY));
    }

    /** From places with 650 journeys each. */
    private static TravelSheet.Read generated(int rows) {
        StringBuilder csv = new StringBuilder("from,to,minutes,kilometres\n");
        for (int row = 0; row < rows; row++) {
            csv.append("place-")
                    .append(row / 650)
                    .append(",E15000")
                    .append(100 + row % 650)
                    .append(',')
                    .append(row % 90)
                    .append(",12.5\n");
        }
        return new TravelSheet(from -> true, to -> true).read(stream(csv.toString()));
    }

    private static TravelSheet.Read read(String rows) {
        return sheet().read(stream("from,to,minutes,kilometres\n" + rows));
    }

    private static TravelSheet sheet() {
        return new TravelSheet("durham"::equals, Set.of(DURHAM, AUCKLAND)::contains);
    }

    private static InputStream stream(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }
}
