package uk.hustings.campaign.spending.domain;

import java.util.Arrays;
import java.util.function.Function;

/** Looks up constants by the code that the API writes. */
final class Codes {

    private Codes() {}

    /** @throws IllegalArgumentException if no value has this code */
    static <E> E find(E[] values, Function<E, String> code, String wanted) {
        return Arrays.stream(values)
                .filter(value -> code.apply(value).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(wanted));
    }
}
