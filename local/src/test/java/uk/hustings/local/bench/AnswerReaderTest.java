package uk.hustings.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    private static final String ANSWER = "HTTP/1.1 200 OK\r\nETag: \"x\"\r\nContent-Length: 5\r\n\r\nhello";

    private final AnswerReader reader = new AnswerReader();

    @Test
    void anAnswerMayComeInAnyPieces() {
        for (int cut = 1; cut < ANSWER.length(); cut++) {
            assertThat(reader.read(bytes(ANSWER.substring(0, cut)))).isFalse();
            assertThat(reader.read(bytes(ANSWER.substring(cut)))).isTrue();
            assertThat(reader.status()).isEqualTo(200);
        }
    }

    @Test
    void theNextAnswerIsLeftAlone() {
        ByteBuffer two = bytes("HTTP/1.1 304 Not Modified\r\n\r\n" + ANSWER);

        assertThat(reader.read(two)).isTrue();
        assertThat(reader.status()).isEqualTo(304);
        assertThat(two.remaining()).isEqualTo(ANSWER.length());
        assertThat(reader.read(two)).isTrue();
    }

    @Test
    void anAnswerWithoutALengthCannotBeMeasured() {
        assertThatThrownBy(() -> reader.read(bytes("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")))
                .isInstanceOf(BenchFailed.class);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
