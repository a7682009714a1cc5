package uk.hustings.seats.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import uk.hustings.seats.facts.domain.Facts;

/** The feed of seats as it travels: a megabyte that every follower asks for every few seconds, and that seldom changes. */
@ApplicationScoped
class SeatDocument {

    private record Written(long version, byte[] json) {}

    private final ObjectMapper json;
    private Written latest;

    SeatDocument(ObjectMapper json) {
        this.json = json;
    }

    /** The same bytes for the same version of the facts, written once. */
    synchronized byte[] of(Facts facts) {
        if (latest == null || latest.version != facts.version()) {
            latest = new Written(facts.version(), write(facts));
        }
        return latest.json;
    }

    private byte[] write(Facts facts) {
        try {
            return json.writeValueAsBytes(SeatFeed.of(facts));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
