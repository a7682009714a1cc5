package uk.hustings.local.contract;

/**
 * Something that a client of the API may rely on, and that is not so any more.
 *
 * @param operation method and path, for example {@code GET /v1/seats}
 * @param what is different, for a reader
 */
public record BreakingChange(String operation, String what) {

    @Override
    public String toString() {
        return operation + ": " + what;
    }
}
