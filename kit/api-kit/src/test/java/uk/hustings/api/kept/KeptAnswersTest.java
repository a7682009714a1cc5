package uk.hustings.api.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

    private static final long EDITION = 1;

    private final KeptAnswers answers = new KeptAnswers(100_000);

    @Test
    void theyNeverTakeMoreMemoryThanIsSetAside() {
        for (int n = 0; n < 1_000; n++) {
            answers.keep(asked("/" + n), answer(1_000));
        }

        assertThat(answers.weight()).isBetween(50_000L, 100_000L);
    }

    @Test
    void anAnswerLargerThanAllOfItIsNotKept() {
        answers.keep(asked("/all"), answer(200_000));

        assertThat(answers.weight()).isZero();
        assertThat(answers.find(asked("/all"), EDITION)).isNull();
    }

    @Test
    void anAnswerOfAnotherEditionIsNone() {
        answers.keep(asked("/seats"), answer(10));

        assertThat(answers.find(asked("/seats"), EDITION)).isNotNull();
        assertThat(answers.find(asked("/seats"), EDITION + 1)).isNull();
        assertThat(answers.find(asked("/seats").in(Asked.Form.NOT_MODIFIED), EDITION))
                .isNull();
    }

    private static Asked asked(String uri) {
        return new Asked(uri, null, Asked.Form.PLAIN);
    }

    private static KeptAnswer answer(int bytes) {
        return new KeptAnswer(EDITION, 200, "\"t\"", List.of(), Buffer.buffer(new byte[bytes]), null);
    }
}
