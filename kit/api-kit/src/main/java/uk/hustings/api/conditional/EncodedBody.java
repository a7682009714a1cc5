package uk.hustings.api.conditional;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The bytes of an answer, its entity tag, and the same bytes in the content codings that somebody asked for. */
final class EncodedBody {

    private final Buffer plain;
    private final String tag;
    private final Map<String, Buffer> byCoding = new ConcurrentHashMap<>();

    EncodedBody(byte[] plain) {
        this.plain = Buffer.buffer(plain);
        this.tag = EntityTag.of(plain);
    }

    String tag() {
        return tag;
    }

    /** @param keeper null if the answer is not kept, and then not encoded here */
    Buffer bytesFor(AnswerKeeper keeper) {
        return keeper == null || keeper.coding().isEmpty()
                ? plain
                : byCoding.computeIfAbsent(
                        keeper.coding().get(), coding -> Buffer.buffer(keeper.encoded(plain.getBytes())));
    }
}
