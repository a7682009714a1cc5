package uk.hustings.api.conditional;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import uk.hustings.api.response.PacedBody;

/** The bytes of an answer, its entity tag, and the same bytes in the content codings that somebody asked for. */
final class EncodedBody {

    private final byte[] plain;
    private final String tag;
    private final boolean isShared;
    private final Map<String, byte[]> byCoding = new ConcurrentHashMap<>();

    /** @param isShared whether other requests are answered with these bytes too */
    EncodedBody(byte[] plain, boolean isShared) {
        this.plain = plain;
        this.tag = EntityTag.of(plain);
        this.isShared = isShared;
    }

    String tag() {
        return tag;
    }

    /** @param keeper null if the answer is not kept, and then not encoded here */
    byte[] bytesFor(AnswerKeeper keeper) {
        return keeper == null || keeper.coding().isEmpty()
                ? plain
                : byCoding.computeIfAbsent(keeper.coding().get(), coding -> keeper.encoded(plain));
    }

    /** @param bytes those of this answer, encoded or not */
    PacedBody paced(byte[] bytes) {
        PacedBody body = PacedBody.of(Buffer.buffer(bytes));
        return isShared
                ? new PacedBody(body.slices(), body.length(), Math.min(body.length(), PacedBody.WINDOW_BYTES))
                : body;
    }
}
