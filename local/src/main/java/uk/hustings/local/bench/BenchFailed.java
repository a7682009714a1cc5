package uk.hustings.local.bench;

/** What was measured is not what should have been measured. */
final class BenchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchFailed(String message) {
        super(message);
    }
}
