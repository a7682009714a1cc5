package uk.hustings.api.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpoolTest {

    @Test
    void whatIsWrittenIsReadAsOftenAsOneLikes() throws IOException {
        try (SpooledBody body = spooled("seat,pct\n", "", "Ynys Môn,33\n")) {
            InputStream first = body.open();
            assertThat(first.readNBytes(4)).asString().isEqualTo("seat");

            assertThat(new String(body.open().readAllBytes(), UTF_8)).isEqualTo("seat,pct\nYnys Môn,33\n");
            assertThat(new String(first.readAllBytes(), UTF_8)).isEqualTo(",pct\nYnys Môn,33\n");
            assertThat(first.read()).isEqualTo(-1);
            assertThat(body.bytes()).isEqualTo(22);
        }
    }

    @Test
    void theDigestIsTheSha256OfAllPieces() throws IOException {
        // FIPS 180-2, appendix B.1
        try (SpooledBody body = spooled("a", "bc")) {
            assertThat(body.digest()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }
    }

    @Test
    void theFileHasNoNameEvenWhileItIsWritten() throws IOException {
        List<Path> before = named();
        try (Spool spool = Spool.open()) {
            spool.write(new byte[1 << 16]);

            assertThat(named()).isEqualTo(before);
        }
    }

    @Test
    void whatIsClosedCannotBeRead() throws IOException {
        SpooledBody body = spooled("abc");
        InputStream open = body.open();
        body.close();

        assertThatThrownBy(open::read).isInstanceOf(ClosedChannelException.class);
    }

    private static List<Path> named() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("hustings-body-"))
                    .toList();
        }
    }

    private static SpooledBody spooled(String... pieces) throws IOException {
        Spool spool = Spool.open();
        for (String piece : pieces) {
            spool.write(piece.getBytes(UTF_8));
        }
        return spool.body();
    }
}
