package uk.hustings.api.id;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** New identifiers, ordered by time (UUID version 7), so that an index on them grows at its end. */
public final class Ids {

    private Ids() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
