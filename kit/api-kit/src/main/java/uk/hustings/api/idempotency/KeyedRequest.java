package uk.hustings.api.idempotency;

/**
 * What tells one request from another.
 *
 * @param caller subject of the token
 * @param route method and path
 * @param key the caller's Idempotency-Key
 * @param bodyDigest SHA-256 of the body, hexadecimal, and the query that came with it
 */
record KeyedRequest(String caller, String route, String key, String bodyDigest) {

    /** A number for PostgreSQL's advisory lock; a collision only makes one of two requests wait its turn. */
    long lockNumber() {
        return ((long) route.hashCode() << 32) ^ (caller + '\n' + key).hashCode();
    }
}
