package uk.hustings.api.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import uk.hustings.api.problem.Problem;
import uk.hustings.api.problem.ProblemType;
import uk.hustings.api.response.ResponseLimits.Hold;

class ResponseLimitsTest {

    private final ResponseLimits limits = new ResponseLimits(3, 2, 1_000, 600);

    @Test
    void oneCallerMayHaveSoManyRequestsUnderWay() {
        Hold first = limits.open("a");
        limits.open("a");

        refused(() -> limits.open("a"), ProblemType.TOO_MANY_REQUESTS);
        limits.open("b");
        first.release();
        limits.open("a");
    }

    @Test
    void allCallersTogetherMayHaveSoManyRequestsUnderWay() {
        limits.open("a");
        limits.open("b");
        Hold third = limits.open("c");

        refused(() -> limits.open("d"), ProblemType.OVERLOADED);
        third.release();
        limits.open("d");
        assertThat(limits.open()).isEqualTo(3);
    }

    @Test
    void oneCallerMayHaveSoManyBytesUnderWay() {
        limits.hold("a", body(599));
        Hold last = limits.hold("a", body(1));

        refused(() -> limits.hold("a", body(1)), ProblemType.TOO_MANY_REQUESTS);
        last.release();
        limits.hold("a", body(1));
    }

    @Test
    void allCallersTogetherMayHaveSoManyBytesUnderWay() {
        limits.hold("a", body(600));
        limits.hold("b", body(400));

        refused(() -> limits.hold("c", body(1)), ProblemType.OVERLOADED);
        assertThat(limits.bytes()).isEqualTo(1_000);
    }

    @Test
    void aBodyLargerThanTheLimitIsSentAlone() {
        Hold huge = limits.hold("a", body(5_000));

        refused(() -> limits.hold("b", body(1)), ProblemType.OVERLOADED);
        huge.release();
        limits.hold("b", body(1));
    }

    @Test
    void aBodyThatIsSentToSeveralClientsCountsOnce() {
        Buffer whole = Buffer.buffer(new byte[500]);
        Hold first = limits.hold("a", new PacedBody(Multi.createFrom().empty(), 500, 50, whole));
        Hold second = limits.hold("a", new PacedBody(Multi.createFrom().empty(), 500, 50, whole));

        assertThat(limits.bytes()).isEqualTo(600);
        refused(() -> limits.hold("a", body(1)), ProblemType.TOO_MANY_REQUESTS);
        first.release();
        assertThat(limits.bytes()).isEqualTo(550);
        second.release();
        assertThat(limits.bytes()).isZero();
    }

    @Test
    void whatIsReleasedTwiceIsGivenBackOnce() {
        Hold hold = limits.open("a");
        limits.open("a");
        hold.release();
        hold.release();

        assertThat(limits.open()).isEqualTo(1);
    }

    @Test
    void nothingIsLeftWhenAllIsReleased() {
        List<Hold> holds = new ArrayList<>(List.of(limits.open("a"), limits.hold("a", body(10)), limits.open("b")));
        holds.forEach(Hold::release);

        assertThat(limits.open()).isZero();
        assertThat(limits.bytes()).isZero();
    }

    @Test
    void everyRefusalSaysWhenToTryAgain() {
        assertThat(ProblemType.TOO_MANY_REQUESTS.because("").retryAfterSeconds())
                .isPositive();
        assertThat(ProblemType.OVERLOADED.because("").retryAfterSeconds()).isPositive();
    }

    private static PacedBody body(long bytes) {
        return new PacedBody(Multi.createFrom().empty(), bytes, bytes);
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable call, ProblemType type) {
        return assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type())
                .isEqualTo(type));
    }
}
