package uk.hustings.polls.reading;

import static org.hamcrest.Matchers.is;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import uk.hustings.polls.Running;
import uk.hustings.polls.real.RealData;

/**
 * The running service with more real polls: those of 2014 before by-elections for other clients than Lord Ashcroft's, what
 * Lord Ashcroft's polls said of contacts, and the result of the members' ballot of 2016.
 */
abstract class ReadingPolls extends Running {

    static final String ROCHESTER = "E14000898";
    static final String NORTH_CORNWALL = "E14000837";
    static final String ROSSENDALE = "E14000902";
    static final String SOUTH_RIBBLE = "E14000943";

    /** A day on which the results of May 2015 are known. */
    static final String AFTER_THE_ELECTION = "asOf=2015-05-31";

    private static final List<String> PARTIES = List.of("con", "lab", "ld", "ukip", "green");
    private static boolean read;

    @BeforeEach
    void loadMore() {
        if (!read) {
            imported(byElectionPolls()).then().statusCode(201).body("polls", is(5));
            imported(contactRates()).then().statusCode(201);
            as(HQ).header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType("application/json")
                    .body("""
                            {"items": [{"kind": "ballot-result", "label": "Election of the leader",
                             "contest": "lab-leadership-2016-members", "day": "2016-09-24", "source": "LabourList",
                             "visibility": "public", "electorate": "party members", "results": [
                              {"option": "corbyn", "votes": 168216, "pct": 59.0},
                              {"option": "smith", "votes": 116960, "pct": 41.0}]}]}
                            """)
                    .post("/v1/evidence/imports")
                    .then()
                    .statusCode(201);
            read = true;
        }
    }

    /** Asks for a reading and is given one. */
    static ValidatableResponse read(RequestSpecification caller, String path) {
        return caller.get("/v1/polls/" + path).then().statusCode(200);
    }

    /** The polls by Survation and ComRes of 2014, with what their shares leave of 100 as others. */
    private static String byElectionPolls() {
        return "pollster,client,clientInterest,population,question,seatCode,fieldworkStart,fieldworkEnd,visibility,sampleSize"
                + PARTIES.stream().map(party -> "," + party + "Pct").collect(Collectors.joining())
                + ",otherPct\n"
                + RealData.rows("polls/by_election_polls_2011_2019.csv").stream()
                        .filter(row -> row.getField("row_type").equals("poll"))
                        .filter(row -> Set.of("Survation", "ComRes").contains(row.getField("pollster")))
                        .filter(row -> row.getField("published").compareTo("2014-08") > 0)
                        .map(ReadingPolls::byElectionPoll)
                        .collect(Collectors.joining());
    }

    private static String byElectionPoll(NamedCsvRecord row) {
        int named = PARTIES.stream()
                .map(party -> row.getField(party + "_pct"))
                .filter(pct -> !pct.isEmpty())
                .mapToInt(Integer::parseInt)
                .sum();
        return "%s,%s,%s,adults,standard,%s,,%s,public,"
                        .formatted(
                                row.getField("pollster"),
                                row.getField("client"),
                                row.getField("client").equals("UKIP") ? "sponsor" : "independent",
                                row.getField("ons_id"),
                                lastDay(row.getField("fieldwork_text")))
                + PARTIES.stream()
                        .map(party -> "," + row.getField(party + "_pct"))
                        .collect(Collectors.joining())
                + "," + (named < 100 ? 100 - named : "") + "\n";
    }

    /** Of fieldwork in 2014, printed as {@code 27-28 Oct} or as a day. */
    private static String lastDay(String printed) {
        if (printed.startsWith("2014")) {
            return printed;
        }
        String[] parts = printed.substring(printed.indexOf('-') + 1).split(" ");
        int month = List.of("Aug", "Sep", "Oct", "Nov").indexOf(parts[1]) + 8;
        return "2014-%02d-%02d".formatted(month, Integer.parseInt(parts[0]));
    }

    private static String contactRates() {
        List<NamedCsvRecord> tables = RealData.rows("polls/constituency_polls_2014_2015.csv");
        return RealData.COLUMNS + ",conPct,labPct,ldPct\n"
                + RealData.rows("polls/ashcroft_published_headlines.csv").stream()
                        .filter(row -> Stream.of("con", "lab", "ld")
                                .anyMatch(party -> !row.getField("contact_%s_pct".formatted(party))
                                        .isEmpty()))
                        .map(row -> contactRate(row, tables))
                        .collect(Collectors.joining());
    }

    /** A further question of the last of Lord Ashcroft's polls that was over when the headline appeared. */
    private static String contactRate(NamedCsvRecord headline, List<NamedCsvRecord> tables) {
        NamedCsvRecord poll = tables.stream()
                .filter(table -> table.getField("pollster").equals("Lord Ashcroft"))
                .filter(table -> table.getField("ons_id").equals(headline.getField("ons_id")))
                .filter(table -> table.getField("fieldwork_end").compareTo(headline.getField("published")) <= 0)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return "Lord Ashcroft,,adults,contact-recall,%s,%s,%s,public,,%s,%s,%s\n"
                .formatted(
                        headline.getField("ons_id"),
                        poll.getField("fieldwork_start"),
                        poll.getField("fieldwork_end"),
                        headline.getField("contact_con_pct"),
                        headline.getField("contact_lab_pct"),
                        headline.getField("contact_ld_pct"));
    }
}
