package uk.hustings.campaign.access;

import java.time.Instant;
import java.time.OffsetDateTime;

/** A timestamp of a native query as it comes from the database. */
final class Times {

    private Times() {}

    /** @return null for null */
    static Instant instant(Object time) {
        return time instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) time;
    }
}
