package uk.hustings.local.bench.interleavings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uk.hustings.local.bench.interleavings.ClientMessages.Step;

class ClientMessagesTest {

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void aPreparedStatementIsExecutedWithTheSqlOfItsName() throws IOException {
        message('P', "one\0select 1\0\0\0");
        message('D', "Sone\0");
        message('S', "");
        message('B', "\0one\0\0\0\0\0\0\0");
        message('E', "\0\0\0\0\0");
        message('S', "");
        ClientMessages messages = new ClientMessages();
        DataInputStream in = in();

        assertThat(messages.next(in).statement()).isNull();
        assertThat(messages.next(in).statement()).isEqualTo("select 1");
        assertThat(messages.next(in)).isNull();
    }

    @Test
    void aQueryIsAStepOfItsOwnAndNothingIsLostOrChanged() throws IOException {
        message('Q', "BEGIN\0");
        message('p', "secret\0");
        message('P', "\0select 'é'\0\0\0");
        message('B', "\0\0\0\0\0\0\0\0");
        message('E', "\0\0\0\0\0");
        message('S', "");
        ClientMessages messages = new ClientMessages();
        DataInputStream in = in();
        ByteArrayOutputStream passed = new ByteArrayOutputStream();

        Step begin = messages.next(in);
        Step password = messages.next(in);
        Step select = messages.next(in);

        assertThat(begin.statement()).isEqualTo("BEGIN");
        assertThat(password.statement()).isNull();
        assertThat(select.statement()).isEqualTo("select 'é'");
        passed.writeBytes(begin.bytes());
        passed.writeBytes(password.bytes());
        passed.writeBytes(select.bytes());
        assertThat(passed.toByteArray()).isEqualTo(sent.toByteArray());
    }

    private void message(char type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        sent.write(type);
        sent.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length + 4).array());
        sent.writeBytes(bytes);
    }

    private DataInputStream in() {
        return new DataInputStream(new ByteArrayInputStream(sent.toByteArray()));
    }
}
