package uk.hustings.local.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.model.schema.ChangedNullable;

/**
 * What of one API document a client can no longer rely on in another. The library says what breaks; beyond that, a property
 * that goes from an answer breaks even if it was not always there, and one that goes from a body, for the services refuse
 * fields that they do not know; as do one of an answer that may be null now, another format and another operationId, for
 * generated clients bear its name.
 */
public final class BreakingChanges {

    private static final OpenApiDiffOptions OPTIONS = OpenApiDiffOptions.builder()
            .configProperty("incompatible.operation.id.changed", "true")
            .build();

    private final Set<String> found = new LinkedHashSet<>();
    private final Set<Changed> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private BreakingChanges() {}

    /** In the order of the operations; empty if every client of the one can go on with the other. */
    public static List<BreakingChange> between(ApiDocument before, ApiDocument after) {
        ChangedOpenApi difference = OpenApiCompare.fromContents(before.text(), after.text(), null, OPTIONS);
        List<BreakingChange> changes = new ArrayList<>();
        difference
                .getMissingEndpoints()
                .forEach(gone -> changes.add(
                        new BreakingChange(gone.getMethod() + " " + gone.getPathUrl(), "the operation is gone")));
        for (ChangedOperation operation : difference.getChangedOperations()) {
            BreakingChanges ofOperation = new BreakingChanges();
            ofOperation.read(operation, "");
            String name = operation.getHttpMethod() + " " + operation.getPathUrl();
            ofOperation.found.forEach(what -> changes.add(new BreakingChange(name, what)));
        }
        return List.copyOf(changes);
    }

    private void read(Changed changed, String where) {
        if (changed == null || !seen.add(changed)) {
            return;
        }
        if (changed instanceof ChangedParameters parameters) {
            parameters(parameters);
        } else if (changed instanceof ChangedApiResponse answers) {
            answers.getMissing().keySet().forEach(status -> found.add("answer %s is gone".formatted(status)));
            answers.getChanged().forEach((status, answer) -> read(answer, "answer " + status));
        } else if (changed instanceof ChangedContent content) {
            content.getMissing().keySet().forEach(type -> found.add(place(where) + type + " is gone"));
            content.getChanged().values().forEach(body -> read(body, where.isEmpty() ? "body" : where));
        } else if (changed instanceof ChangedSchema schema) {
            schema(schema, where);
        } else if (changed instanceof ComposedChanged composed) {
            if (composed.isCoreChanged().isIncompatible()) {
                found.add(place(where) + words(changed));
            }
            composed.getChangedElements().forEach(part -> read(part, where));
        } else if (changed.isIncompatible()) {
            found.add(place(where) + words(changed));
        }
    }

    private void parameters(ChangedParameters parameters) {
        parameters.getMissing().forEach(gone -> found.add("parameter %s is gone".formatted(gone.getName())));
        parameters.getIncreased().stream()
                .filter(added -> Boolean.TRUE.equals(added.getRequired()))
                .forEach(added -> found.add("parameter %s is new and required".formatted(added.getName())));
        parameters.getChanged().forEach(changed -> read(changed, "parameter " + changed.getName()));
    }

    private void schema(ChangedSchema schema, String where) {
        schema.getMissingProperties().keySet().forEach(name -> found.add("%s/%s is gone".formatted(where, name)));
        if (schema.getContext().isResponse()) {
            ChangedNullable nullable = schema.getNullable();
            if (nullable != null
                    && Boolean.TRUE.equals(nullable.getRight())
                    && !Boolean.TRUE.equals(nullable.getLeft())) {
                found.add(where + " may be null now");
            }
        }
        if (schema.isChangeFormat()
                || schema.isCoreChanged().isIncompatible()
                        && schema.getMissingProperties().isEmpty()) {
            found.add(where + " has another type");
        }
        schema.getChangedProperties().forEach((name, property) -> read(property, where + "/" + name));
        read(schema.getItems(), where + "[]");
        read(schema.getAddProp(), where + "{}");
        schema.getChangedElements().stream().filter(Objects::nonNull).forEach(part -> read(part, where));
    }

    private static String place(String where) {
        return where.isEmpty() ? "" : where + ": ";
    }

    /** {@code ChangedMaxLength} is "max length is not what it was". */
    private static String words(Changed changed) {
        return changed.getClass()
                        .getSimpleName()
                        .replaceFirst("^Changed", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT)
                + " is not what it was";
    }
}
