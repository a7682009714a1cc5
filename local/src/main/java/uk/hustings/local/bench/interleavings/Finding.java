package uk.hustings.local.bench.interleavings;

/**
 * Something that contradicts.
 *
 * @param rule what does not hold
 * @param words what was found
 */
record Finding(String rule, String words) {

    @Override
    public String toString() {
        return "[%s] %s".formatted(rule, words);
    }
}
