package uk.hustings.polls.poll;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.hustings.polls.poll.domain.Asked;
import uk.hustings.polls.poll.domain.Basis;
import uk.hustings.polls.poll.domain.Poll;
import uk.hustings.polls.poll.domain.Question;
import uk.hustings.polls.poll.domain.Share;
import uk.hustings.polls.stated.StatedPoll;
import uk.hustings.test.ServiceDatabase;

/** What was recorded under the first schema stands under the second as well. */
class MigrationTest {

    private static final String CREWE = "00000000-0000-7000-8000-000000000001";
    private static final String CREWE_STANDARD = "00000000-0000-7000-8000-000000000002";
    private static final String EXETER = "00000000-0000-7000-8000-000000000003";
    private static final String MIXED = "00000000-0000-7000-8000-000000000004";
    private static final String MIXED_PUBLIC = "00000000-0000-7000-8000-000000000005";
    private static final String OF_NOW = "00000000-0000-7000-8000-000000000006";

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private static EmbeddedPostgres postgres;
    private static ServiceDatabase database;

    @BeforeAll
    static void recordUnderTheFirstSchemaAndMigrate() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        database = new ServiceDatabase("localhost", postgres.getPort(), "polls", "owner-of-test", "app-of-test");
        database.provision(postgres.getJdbcUrl("postgres", "postgres"));
        migrate("1");
        recordAsBefore();
        migrate("latest");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void twoQuestionsOfOnePollAreOnePoll() throws SQLException {
        Poll crewe = poll(CREWE);

        assertThat(crewe.questions())
                .containsExactly(
                        new Asked(
                                Question.CONSTITUENCY,
                                Basis.HEADLINE,
                                List.of(share("con", "37.9"), share("lab", "41.6"), share("other", "20.5")),
                                null,
                                null,
                                null,
                                null,
                                null),
                        new Asked(
                                Question.STANDARD,
                                Basis.HEADLINE,
                                List.of(share("con", "40"), share("lab", "60")),
                                null,
                                null,
                                null,
                                580,
                                null));
        assertThat(crewe.details().sampleSize()).isEqualTo(586);
        assertThat(crewe.key().pollster()).isEqualTo("Lord Ashcroft");
        assertThat(crewe.key().area().boundarySet()).isEqualTo("2010");
        assertThat(ask("select poll_id::text from poll where poll_id = '%s'".formatted(CREWE_STANDARD)))
                .isEmpty();
    }

    @Test
    void aPollWithDontKnowsIsRawAndKeepsItsUnknowns() throws SQLException {
        Poll exeter = poll(EXETER);

        assertThat(exeter.questions()).singleElement().satisfies(asked -> {
            assertThat(asked.basis()).isEqualTo(Basis.RAW);
            assertThat(asked.dontKnowPct()).isEqualTo("18");
        });
        assertThat(exeter.key().pollster()).isNull();
        assertThat(exeter.key().day()).isNull();
        assertThat(standing(EXETER)).containsExactly("private recorded 1 2015-04-14 11:00:00+00");
    }

    @Test
    void questionsOfDifferentVisibilityArePrivateAndHistorySaysWhy() throws SQLException {
        assertThat(standing(MIXED)).containsExactly("private recorded 1 2015-04-14 11:00:00+00");
        assertThat(ask("""
                        select visibility || ' ' || author || ': ' || reason from visibility_event
                        where poll_id = '%s' order by changed_at, event_id
                        """.formatted(MIXED)))
                .hasSize(3)
                .endsWith("private migration: Questions of one poll are one poll now; some of them were private");
    }

    @Test
    void aSeatOfTheBoundariesOfNowIsOneOfThem() throws SQLException {
        assertThat(poll(OF_NOW).key().area().boundarySet()).isEqualTo("2024");
    }

    @Test
    void everyPollIsFoundAgainByWhatTellsItFromOthers() throws SQLException {
        Map<String, String> keys = new LinkedHashMap<>();
        ask("select poll_id::text || '=' || natural_key from poll").forEach(row -> {
            String[] parts = row.split("=", 2);
            keys.put(parts[0], parts[1]);
        });

        assertThat(keys).hasSize(4);
        for (Map.Entry<String, String> key : keys.entrySet()) {
            assertThat(key.getValue())
                    .isEqualTo(PollRecords.naturalKey(poll(key.getKey()).key()));
        }
    }

    @Test
    void whoDidItIsKept() throws SQLException {
        assertThat(ask("select author || ' ' || reason from poll_revision order by poll_id"))
                .containsExactly("hq Imported", "hq Imported", "hq Imported", "hq Imported");
        assertThat(ask("select version::text || ' ' || public_version from evidence_version"))
                .containsExactly("1 1");
    }

    private static List<String> standing(String pollId) throws SQLException {
        return ask("""
                select visibility || ' ' || status || ' ' || revision || ' ' || (recorded_at at time zone 'UTC')::text
                       || '+00'
                from poll where poll_id = '%s'
                """.formatted(pollId));
    }

    private static Poll poll(String pollId) throws SQLException {
        try {
            String content = ask("select content::text from poll_revision where poll_id = '%s'".formatted(pollId))
                    .get(0);
            return JSON.readValue(content, StatedPoll.class).poll();
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Share share(String option, String pct) {
        return new Share(option, new BigDecimal(pct));
    }

    private static void migrate(String target) {
        Flyway.configure(MigrationTest.class.getClassLoader())
                .dataSource(database.jdbcUrl(), database.owner(), database.ownerPassword())
                .locations("classpath:db/kit", "classpath:db/polls")
                .placeholders(Map.of("app", database.app()))
                .loggers("slf4j")
                .target(target)
                .load()
                .migrate();
    }

    private static void recordAsBefore() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into poll values
                    ('%1$s', 'Lord Ashcroft', null, 'adults', 'constituency', 'E14000653', '2015-04-02', '2015-04-09', 586,
                     null, 'public', 0),
                    ('%2$s', 'Lord Ashcroft', null, 'adults', 'standard', 'E14000653', '2015-04-02', '2015-04-09', 580,
                     null, 'public', 0),
                    ('%3$s', null, null, 'party-members', 'members-ballot', 'E14000698', null, null, null, 18, 'private', 0),
                    ('%4$s', 'ICM', 'A union', 'adults', 'constituency', 'S14000021', null, '2015-01-02', 500, null,
                     'private', 0),
                    ('%5$s', 'ICM', 'A union', 'adults', 'standard', 'S14000021', null, '2015-01-02', 500, null,
                     'public', 1),
                    ('%6$s', 'ICM', null, 'adults', 'standard', 'E14001063', null, '2025-01-02', 500, null, 'public', 0)
                    """.formatted(CREWE, CREWE_STANDARD, EXETER, MIXED, MIXED_PUBLIC, OF_NOW));
            statement.execute("""
                    insert into poll_share values
                    ('%1$s', 'lab', 1, 41.6), ('%1$s', 'con', 0, 37.9), ('%1$s', 'other', 2, 20.5),
                    ('%2$s', 'con', 0, 40), ('%2$s', 'lab', 1, 60.0),
                    ('%3$s', 'smith', 0, 46), ('%3$s', 'corbyn', 1, 34)
                    """.formatted(CREWE, CREWE_STANDARD, EXETER));
            statement.execute("""
                    insert into visibility_event
                    select gen_random_uuid(), poll_id, visibility, 'hq', 'Imported', '2015-04-14T11:00:00Z' from poll
                    """);
        }
    }

    private static List<String> ask(String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
    }
}
