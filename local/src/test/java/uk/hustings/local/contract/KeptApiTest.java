package uk.hustings.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.hustings.local.suite.SuiteFailure;

class KeptApiTest {

    private static final LocalDate DAY = LocalDate.of(2015, 4, 14);
    private static final URI ISSUER = URI.create("http://localhost:9184/realms/hustings");
    private static final String BEFORE = """
            {"paths":{"/v1/seats":{"get":{"operationId":"listSeats","responses":{"200":{"description":"Seats"}}}},
             "/v1/parties":{"get":{"operationId":"listParties","responses":{"200":{"description":"Parties"}}}}},
             "info":{"version":"1","title":"Hustings"},"openapi":"3.0.3"}""";
    private static final String WITHOUT_PARTIES = """
            {"paths":{"/v1/seats":{"get":{"operationId":"listSeats","responses":{"200":{"description":"Seats"}}}}},
             "info":{"version":"1","title":"Hustings"},"openapi":"3.0.3"}""";

    @TempDir
    private Path project;

    private KeptApi kept;

    @BeforeEach
    void keepADocument() throws IOException {
        Path directory = Files.createDirectories(project.resolve("docs/api"));
        Files.writeString(directory.resolve("openapi.json"), served(BEFORE).text());
        Files.writeString(
                directory.resolve("breaking-changes.md"),
                "# Breaking changes\n\n## Declared\n\n## Made\n\n- 2015-03-30, `GET /v1/mps`: Parliament is dissolved\n");
        kept = new KeptApi(project);
    }

    @Test
    void aBreakingChangeMustBeDeclared() throws IOException {
        assertThat(kept.undeclared(served(BEFORE))).isEmpty();
        assertThat(kept.undeclared(served(WITHOUT_PARTIES)))
                .containsExactly(new BreakingChange("GET /v1/parties", "the operation is gone"));

        declare("- `GET /v1/seats`: not this one");
        assertThat(kept.undeclared(served(WITHOUT_PARTIES))).hasSize(1);
        declare("- `GET /v1/parties`:");
        assertThat(kept.undeclared(served(WITHOUT_PARTIES))).hasSize(1);
        declare("- `GET /v1/parties`: they are told with each result");
        assertThat(kept.undeclared(served(WITHOUT_PARTIES))).isEmpty();
    }

    @Test
    void aDeclarationIsGoodForOneChange() throws IOException {
        declare("- `GET /v1/parties`: they are told with each result");

        kept.keep(served(WITHOUT_PARTIES), DAY);

        assertThat(kept.document().text()).isEqualTo(served(WITHOUT_PARTIES).text());
        assertThat(Files.readString(declarations())).isEqualTo("""
                # Breaking changes

                ## Declared

                ## Made

                - 2015-04-14, `GET /v1/parties`: they are told with each result
                - 2015-03-30, `GET /v1/mps`: Parliament is dissolved
                """);
        kept.keep(served(BEFORE), DAY);
        assertThat(kept.undeclared(served(WITHOUT_PARTIES))).hasSize(1);
    }

    @Test
    void theDocumentIsTheSameWhereverItIsServedAndInWhateverOrder() {
        String here =
                "{\"paths\": {}, \"tokenUrl\": \"http://localhost:9184/realms/hustings/token\", \"openapi\": \"3.0.3\"}";
        String there =
                "{\"openapi\": \"3.0.3\", \"tokenUrl\": \"http://localhost:8084/realms/hustings/token\", \"paths\": {}}";

        assertThat(served(here).text())
                .isEqualTo(ApiDocument.served(there, URI.create("http://localhost:8084/realms/hustings"))
                        .text())
                .startsWith("{\n  \"openapi\" : \"3.0.3\",\n  \"paths\" : { },")
                .endsWith("}\n");
    }

    @Test
    void whatIsNoDocumentIsNotKept() {
        for (String answer : new String[] {"<html>", "{}", "[]"}) {
            assertThatThrownBy(() -> served(answer)).isInstanceOf(SuiteFailure.class);
        }
    }

    private static ApiDocument served(String json) {
        return ApiDocument.served(json, ISSUER);
    }

    private void declare(String line) throws IOException {
        String text = Files.readString(declarations());
        Files.writeString(
                declarations(), text.replaceFirst("(?s)## Declared.*## Made", "## Declared\n\n" + line + "\n## Made"));
    }

    private Path declarations() {
        return project.resolve("docs/api/breaking-changes.md");
    }
}
