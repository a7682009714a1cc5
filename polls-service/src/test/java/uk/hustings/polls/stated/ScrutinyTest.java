package uk.hustings.polls.stated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.hustings.polls.poll.domain.Area;
import uk.hustings.polls.poll.domain.PollKind;
import uk.hustings.polls.real.RealResults;
import uk.hustings.polls.seatref.domain.SeatBook;

class ScrutinyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final SeatBook SEATS = RealResults.seats();
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private static final String SHARES =
            "'questions':[{'question':'standard','sharesPct':[{'option':'con','pct':60},{'option':'lab','pct':40}]}]";

    @Test
    void whatIsNotSaidIsAPollOfTheSeatOrRegionThatIsNamed() {
        assertThat(sound("'seatCode':'E14000653'").poll().key().area())
                .isEqualTo(Area.seat("2010", uk.hustings.api.id.SeatCode.fromString("E14000653")));
        assertThat(sound("'regionCode':'S92000003'").poll().key().area()).isEqualTo(Area.region("S92000003"));
        assertThat(sound("'geography':'gb'").poll().key().area()).isEqualTo(Area.GB);
        assertThat(sound("'geography':'uk'").poll().key().kind()).isEqualTo(PollKind.POLL);
    }

    @Test
    void theDayOfFieldworkSaysWhatACodeOfTwoBoundarySetsMeans() {
        assertThat(sound("'seatCode':'S14000021','fieldworkEnd':'2015-04-01'")
                        .poll()
                        .key()
                        .area()
                        .boundarySet())
                .isEqualTo("2010");
        assertThat(sound("'seatCode':'S14000021','fieldworkEnd':'2024-08-01'")
                        .poll()
                        .key()
                        .area()
                        .boundarySet())
                .isEqualTo("2024");
        assertThat(sound("'seatCode':'S14000021','boundarySet':'2024','fieldworkEnd':'2015-04-01'")
                        .poll()
                        .key()
                        .area()
                        .boundarySet())
                .isEqualTo("2024");
    }

    @Test
    void aSeatOfBoundariesToComeCanBePolled() {
        assertThat(sound("'seatCode':'E14001063','fieldworkEnd':'2023-09-01'")
                        .poll()
                        .key()
                        .area()
                        .boundarySet())
                .isEqualTo("2024");
    }

    @Test
    void blanksAroundATextAreNoPartOfIt() {
        assertThat(sound("'geography':'gb','pollster':' ICM ','client':'  '")
                        .poll()
                        .key())
                .satisfies(key -> {
                    assertThat(key.pollster()).isEqualTo("ICM");
                    assertThat(key.client()).isNull();
                });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'seatCode':'E14999999'                                   | /seatCode       | no seat that we know
            'seatCode':'E14000653','boundarySet':'2024'              | /seatCode       | no seat that we know of set 2024
            'seatCode':'E14000653','boundarySet':'1832'              | /boundarySet    | no boundary set
            'seatCode':'crewe'                                       | /seatCode       | capital letter
            'regionCode':'E12999999'                                 | /regionCode     | no region that we know
            'geography':'region'                                     | /regionCode     | must not be empty
            'geography':'gb','seatCode':'E14000653'                  | /seatCode       | must be empty
            'seatCode':'E14000653','regionCode':'E12000002'          | /regionCode     | must be empty
            'geography':'gb','boundarySet':'2010'                    | /boundarySet    | must be empty
            'geography':'moon'                                       | /geography      | one of [gb, uk, region, seat]
            'geography':'gb','kind':'guess'                          | /kind           | one of
            'geography':'gb','clientInterest':'keen'                 | /clientInterest | one of
            'geography':'gb','sampleSize':0                          | /sampleSize     | 1 or more, was 0
            'geography':'gb','weightedBase':-1                       | /weightedBase   | 1 or more, was -1
            'geography':'gb','fieldworkStart':'2030-01-01'           | /fieldworkStart | after today
            'geography':'gb','fieldworkEnd':'1800-01-01'             | /fieldworkEnd   | 1900-01-01 or later
            'geography':'gb','tablesUrl':'javascript:alert(1)'       | /tablesUrl      | begins with http
            'geography':'gb','pollster':'a\\u0000b'                  | /pollster       | without control characters
            'geography':'gb','source':'\\ud800'                      | /source         | without control characters
            'geography':'gb','statements':[{'speaker':'An MP'}]      | /statements/0/text | must not be empty
            'geography':'gb','statements':[{'option':'The Party'}]   | /statements/0/option | small letter
            """)
    void whatIsWrongWithAPollIsNamed(String fields, String pointer, String detail) {
        assertThat(scrutiny(fields + "," + SHARES).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.detail()).contains(detail);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'question':'weather'}                                                        | /question             | one of
            {'sharesPct':[]}                                                              | /question             | must not be empty
            {'question':'standard','basis':'cooked'}                                      | /basis                | one of
            {'question':'standard','sharesPct':[{'option':'con','pct':97}]}               | /sharesPct            | 98 to 102, was 97
            {'question':'standard','sharesPct':[{'option':'con','pct':103}]}              | /sharesPct/0/pct      | 0 to 100
            {'question':'standard','sharesPct':[{'option':'con','pct':-1}]}               | /sharesPct/0/pct      | 0 to 100
            {'question':'standard','sharesPct':[{'option':'con','pct':1e999}]}            | /sharesPct/0/pct      | 0 to 100
            {'question':'standard','sharesPct':[{'option':'con','pct':1e999999999}]}      | /sharesPct/0/pct      | 0 to 100
            {'question':'standard','sharesPct':[{'option':'con'}]}                        | /sharesPct/0/pct      | 0 to 100
            {'question':'standard','sharesPct':[{'option':'C','pct':100}]}                | /sharesPct/0/option   | small letter
            {'question':'standard','sharesPct':[{'option':'refused','pct':100}]}          | /sharesPct/0/option   | none of
            {'question':'standard','sharesPct':[{'option':'con','pct':50},{'option':'con','pct':50}]} | /sharesPct/1/option | before already
            {'question':'standard','basis':'headline','sharesPct':[{'option':'con','pct':100}],'dontKnowPct':60,'refusedPct':60} | /dontKnowPct | no more than 102
            {'question':'standard','basis':'raw','sharesPct':[{'option':'con','pct':98}],'dontKnowPct':10} | /sharesPct | 98 to 102, was 108
            {'question':'standard','unweightedBase':0}                                    | /unweightedBase       | 1 or more
            """)
    void whatIsWrongWithAQuestionIsNamed(String question, String pointer, String detail) {
        assertThat(scrutiny("'geography':'gb','questions':[" + question + "]").faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/questions/0" + pointer);
                    assertThat(fault.detail()).contains(detail);
                });
    }

    @Test
    void aQuestionIsAskedOnce() {
        assertThat(scrutiny("'geography':'gb','questions':[{'question':'standard'},{'question':'standard'}]")
                        .faults())
                .extracting(Scrutiny.Fault::pointer)
                .containsExactly("/questions/1/question");
    }

    @Test
    void nothingAtAllIsNoPoll() {
        assertThat(scrutiny("'geography':'gb'").faults())
                .extracting(Scrutiny.Fault::pointer)
                .containsExactly("/questions");
        assertThat(Scrutiny.of(null, SEATS, TODAY).poll()).isNull();
    }

    @Test
    void wordsAloneAreEnough() {
        assertThat(sound(
                                "'geography':'gb','statements':[{'speaker':'Graham Jones','text':'neck and neck','option':'tie'}]")
                        .poll()
                        .statements())
                .hasSize(1);
    }

    @Test
    void whatMisses100ByRoundingIsTakenWithAWarning() {
        Scrutiny exeter = scrutiny("'seatCode':'E14000698','questions':[{'question':'members-ballot','sharesPct':"
                + "[{'option':'smith','pct':46},{'option':'corbyn','pct':34}],'dontKnowPct':18}]");

        assertThat(exeter.faults()).isEmpty();
        assertThat(exeter.warnings())
                .containsExactly(new Scrutiny.Fault("/questions/0/sharesPct", "shares add up to 98"));
    }

    private static Scrutiny sound(String fields) {
        Scrutiny scrutiny = scrutiny(fields.contains("statements") ? fields : fields + "," + SHARES);
        assertThat(scrutiny.faults()).isEmpty();
        return scrutiny;
    }

    private static Scrutiny scrutiny(String fields) {
        try {
            String json = "{'population':'adults'," + fields + "}";
            return Scrutiny.of(JSON.readValue(json.replace('\'', '"'), StatedPoll.class), SEATS, TODAY);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
