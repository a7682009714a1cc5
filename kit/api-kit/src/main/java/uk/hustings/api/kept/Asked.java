package uk.hustings.api.kept;

/**
 * What an answer is kept under: everything in a public request that decides on the answer's bytes and headers, letter by
 * letter. Two spellings of one question are two questions.
 *
 * @param uri path and query as they came
 * @param accept the header as it came; null if there was none
 * @param form whole in one coding or the other, or only that nothing has changed
 */
record Asked(String uri, String accept, Form form) {

    enum Form {
        PLAIN,
        GZIPPED,
        NOT_MODIFIED;

        static Form in(Coding coding) {
            return coding == Coding.GZIP ? GZIPPED : PLAIN;
        }
    }

    Asked in(Form other) {
        return new Asked(uri, accept, other);
    }

    /** Bytes that it takes in memory, roughly. */
    int weight() {
        return uri.length() + (accept == null ? 0 : accept.length());
    }
}
