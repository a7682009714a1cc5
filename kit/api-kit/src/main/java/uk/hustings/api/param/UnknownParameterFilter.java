package uk.hustings.api.param;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not have. A misspelt filter would otherwise answer more than was asked
 * for, and addresses that differ in nothing that matters would each be worked out and cached.
 */
public class UnknownParameterFilter {

    private static final int BEFORE_OTHER_FILTERS = 100;

    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER */
    @ServerRequestFilter
    @Priority(BEFORE_OTHER_FILTERS)
    public void refuseUnknown(ResourceInfo resource, UriInfo uri) {
        Set<String> sent = uri.getQueryParameters().keySet();
        if (!sent.isEmpty()) {
            refuseUnlessAll(sent, declared.computeIfAbsent(resource.getResourceMethod(), DeclaredParameters::of));
        }
    }

    static void refuseUnlessAll(Set<String> sent, Set<String> known) {
        sent.stream().filter(name -> !known.contains(name)).sorted().findFirst().ifPresent(unknown -> {
            throw QueryParameter.refused(
                    unknown,
                    known.isEmpty()
                            ? "This operation has no query parameters"
                            : "This operation has no such parameter, only " + String.join(", ", known));
        });
    }
}
