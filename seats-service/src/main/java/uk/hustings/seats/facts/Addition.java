package uk.hustings.seats.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import uk.hustings.api.intake.ImportReceipt;
import uk.hustings.api.problem.FieldError;
import uk.hustings.api.problem.ProblemType;

/**
 * What an import brings, held against what is recorded.
 *
 * @param created what is new, in the order in which it came
 * @param unchanged how many stood there already with the same content
 */
public record Addition<T>(List<T> created, int unchanged) {

    private static final int MAX_DIFFERENCES = 100;

    /** Says where in the body a difference lies. */
    public interface Place<K> {
        FieldError of(K key, String field, String detail);
    }

    /**
     * @param sent what came, by what identifies it
     * @param recorded what stands there
     * @param fields what is compared, by the name that the caller knows it under
     * @throws uk.hustings.api.problem.Problem ALREADY_RECORDED naming every field that differs from what is recorded
     */
    public static <K, T> Addition<T> of(
            Map<K, T> sent, Map<K, T> recorded, Map<String, Function<T, ?>> fields, Place<K> place) {
        List<T> created = new ArrayList<>();
        List<FieldError> differences = new ArrayList<>();
        sent.forEach((key, item) -> {
            T standing = recorded.get(key);
            if (standing == null) {
                created.add(item);
            } else if (!standing.equals(item)) {
                differ(standing, item, fields)
                        .forEach((field, detail) -> differences.add(place.of(key, field, detail)));
            }
        });
        if (!differences.isEmpty()) {
            throw ProblemType.ALREADY_RECORDED
                    .because("%d fields differ from what is recorded; nothing was written."
                            .formatted(differences.size()))
                    .withErrors(differences.subList(0, Math.min(MAX_DIFFERENCES, differences.size())));
        }
        return new Addition<>(List.copyOf(created), sent.size() - created.size());
    }

    public ImportReceipt receipt() {
        return new ImportReceipt(created.size(), unchanged, List.of());
    }

    private static <T> Map<String, String> differ(T standing, T sent, Map<String, Function<T, ?>> fields) {
        Map<String, String> details = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            Object before = value.apply(standing);
            if (!Objects.equals(before, value.apply(sent))) {
                details.put(field, before == null ? "is recorded as not known" : "is recorded as " + before);
            }
        });
        return details;
    }
}
