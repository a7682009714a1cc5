package uk.hustings.local.bench;

/** What was measured is not what should have been measured. */
public final class BenchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BenchFailed(String message) {
        super(message);
    }
}
