package uk.hustings.campaign.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.Campaign;
import uk.hustings.campaign.contact.domain.CanvassCode;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.DayCount;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.PartySeat;
import uk.hustings.campaign.contact.domain.PartyWeek;
import uk.hustings.campaign.contact.domain.Tally;
import uk.hustings.test.Tokens;

/** Whatever is reported, corrected, withdrawn and imported: the roll-ups are the sums of the lines that stand. */
@QuarkusTest
class RollUpTest {

    private static final List<String> SEATS = List.of("E14000753", "E14000742", "E14001048");
    private static final List<String> PARTIES = List.of("horsham", "henley", "wokingham");
    private static final String HQ = Tokens.nationalOrganiser();
    private static final int STEPS = 120;

    private record Batch(String seat, String id) {}

    @Test
    void rollUpsAreTheSumsOfTheirRows() throws SQLException {
        found();
        for (long seed : new long[] {7, 2015}) {
            Random random = new Random(seed);
            List<Batch> standing = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                doSomething(random, standing);
            }
            assertThat(rollUps()).as("after seed %d", seed).isEqualTo(sums());
        }
    }

    @Test
    void rollUpsAreTheSumsOfTheirRowsWhenManyWriteAtOnce() throws Exception {
        found();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> work = IntStream.range(0, 8)
                    .<Callable<Void>>mapToObj(writer -> () -> {
                        Random random = new Random(writer);
                        List<Batch> standing = new ArrayList<>();
                        for (int step = 0; step < STEPS / 8; step++) {
                            doSomething(random, standing);
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> done : writers.invokeAll(work)) {
                done.get();
            }
        } finally {
            writers.shutdown();
        }

        assertThat(rollUps()).isEqualTo(sums());
    }

    @Test
    void twoCorrectionsOfOneBatchTakeTurns() throws Exception {
        found();
        String batch = Contacts.report(HQ, SEATS.get(0), "{\"counts\":[" + count(new Random(1)) + "]}")
                .path("batchId");
        String tag = Contacts.batch(HQ, SEATS.get(0), batch).header("ETag");
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> work = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(writer ->
                            () -> Contacts.correct(HQ, SEATS.get(0), batch, tag, correction(new Random(writer)))
                                    .statusCode())
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> done : writers.invokeAll(work)) {
                answers.add(done.get());
            }
            assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
        } finally {
            writers.shutdown();
        }
        assertThat(rollUps()).isEqualTo(sums());
    }

    private static void found() {
        IntStream.range(0, SEATS.size())
                .forEach(i -> Campaign.found(PARTIES.get(i), PARTIES.get(i), Contacts.SOUTH_EAST, SEATS.get(i)));
    }

    private static void doSomething(Random random, List<Batch> standing) {
        int what = standing.isEmpty() ? 0 : random.nextInt(10);
        if (what < 4) {
            String seat = SEATS.get(random.nextInt(SEATS.size()));
            Response reported = Contacts.report(HQ, seat, "{\"counts\":" + counts(random) + "}");
            assertThat(reported.statusCode()).isEqualTo(201);
            standing.add(new Batch(seat, reported.path("batchId")));
        } else if (what < 6) {
            Batch batch = standing.get(random.nextInt(standing.size()));
            String tag = Contacts.batch(HQ, batch.seat(), batch.id()).header("ETag");
            assertThat(Contacts.correct(HQ, batch.seat(), batch.id(), tag, correction(random))
                            .statusCode())
                    .isEqualTo(200);
        } else if (what < 8) {
            Batch batch = standing.remove(random.nextInt(standing.size()));
            assertThat(Contacts.withdraw(HQ, batch.seat(), batch.id()).statusCode())
                    .isEqualTo(201);
        } else {
            String rows = IntStream.range(0, 1 + random.nextInt(30))
                    .mapToObj(i -> "{\"seatCode\":\"%s\",%s"
                            .formatted(
                                    SEATS.get(random.nextInt(SEATS.size())),
                                    count(random).substring(1)))
                    .distinct()
                    .collect(Collectors.joining(",", "{\"rows\":[", "]}"));
            assertThat(Contacts.importJson(HQ, rows).statusCode()).isEqualTo(201);
        }
    }

    private static String correction(Random random) {
        return "{\"reason\":\"Miscounted\",\"counts\":" + counts(random) + "}";
    }

    private static String counts(Random random) {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> count(random))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String count(Random random) {
        int contacts = random.nextInt(30);
        int firm = random.nextInt(contacts + 1);
        return "{\"day\":\"%s\",\"channel\":\"%s\",\"attempts\":%s,\"contacts\":%d%s}"
                .formatted(
                        LocalDate.of(2015, 4, 14).minusDays(random.nextInt(40)),
                        Channel.values()[random.nextInt(Channel.values().length)].code(),
                        random.nextBoolean() ? Integer.toString(contacts + 10) : "null",
                        contacts,
                        random.nextBoolean()
                                ? ",\"codes\":{\"firm\":%d,\"notHome\":%d}".formatted(firm, random.nextInt(11))
                                : "");
    }

    private static SortedMap<PartyWeek, Tally> sums() throws SQLException {
        SortedMap<PartyWeek, Tally> sums = new TreeMap<>();
        try (Connection database = connect();
                PreparedStatement query =
                        database.prepareStatement("select * from current_count where seat_code = any(?)")) {
            query.setArray(1, database.createArrayOf("text", SEATS.toArray()));
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                Map<CanvassCode, Integer> codes = new EnumMap<>(CanvassCode.class);
                for (CanvassCode code : CanvassCode.values()) {
                    Integer number = (Integer) rows.getObject(code.code().replace('-', '_'));
                    if (number != null) {
                        codes.put(code, number);
                    }
                }
                DayCount count = new DayCount(
                        rows.getObject("day", LocalDate.class),
                        Channel.fromCode(rows.getString("channel")).orElseThrow(),
                        (Integer) rows.getObject("attempts"),
                        rows.getInt("contacts"),
                        codes);
                sums.computeIfAbsent(week(rows, IsoWeek.of(count.day())), week -> new Tally())
                        .add(count);
            }
        }
        sums.values().removeIf(Tally::nothing);
        return sums;
    }

    private static SortedMap<PartyWeek, Tally> rollUps() throws SQLException {
        SortedMap<PartyWeek, Tally> rollUps = new TreeMap<>();
        try (Connection database = connect();
                PreparedStatement query =
                        database.prepareStatement("select * from contact_week where seat_code = any(?)")) {
            query.setArray(1, database.createArrayOf("text", SEATS.toArray()));
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                long[] sums = new long[Tally.COLUMNS.size()];
                for (int column = 0; column < sums.length; column++) {
                    sums[column] = rows.getLong(Tally.COLUMNS.get(column));
                }
                rollUps.put(week(rows, new IsoWeek(rows.getObject("week_start", LocalDate.class))), Tally.of(sums));
            }
        }
        rollUps.values().removeIf(Tally::nothing);
        return rollUps;
    }

    private static PartyWeek week(ResultSet row, IsoWeek week) throws SQLException {
        return new PartyWeek(
                new PartySeat(row.getString("local_party"), new SeatCode(row.getString("seat_code"))), week);
    }

    private static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                "jdbc:" + config.getValue("quarkus.datasource.reactive.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
