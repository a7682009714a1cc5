package uk.hustings.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;

class ProblemPagesTest {

    private static final Path PAGES = Path.of("..", "docs", "problems");

    @Test
    void everyProblemHasItsPageAndEveryPageItsProblem() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemType.values())
                            .map(type -> type.slug() + ".md")
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPageSaysWhatItMeansWhatToDoAndGivesAnExample(ProblemType type) throws IOException {
        String page = Files.readString(PAGES.resolve(type.slug() + ".md"));

        assertThat(page)
                .startsWith("# %s\n\n`%s`, status %d\n\n".formatted(type.title(), type.uri(), type.status()))
                .contains("\n## What to do\n", "\n## Example\n", Problem.MEDIA_TYPE);
        JsonObject example = new JsonObject(page.substring(page.indexOf("\n{\n"), page.lastIndexOf("}") + 1));
        assertThat(example.getString("type")).isEqualTo(type.uri());
        assertThat(example.getString("title")).isEqualTo(type.title());
        assertThat(example.getInteger("status")).isEqualTo(type.status());
        assertThat(example.getString("detail")).isNotBlank();
    }
}
