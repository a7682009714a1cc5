package uk.hustings.api.param;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestQuery;

/** Names of the query parameters that a resource method declares, itself or in its {@code @BeanParam} classes. */
final class DeclaredParameters {

    private DeclaredParameters() {}

    /** In alphabetical order. */
    static Set<String> of(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            add(names, parameter, parameter.getName(), parameter.getType());
        }
        return Collections.unmodifiableSet(names);
    }

    private static void add(Set<String> names, AnnotatedElement declared, String ownName, Class<?> type) {
        QueryParam standard = declared.getAnnotation(QueryParam.class);
        RestQuery query = declared.getAnnotation(RestQuery.class);
        if (standard != null) {
            names.add(standard.value());
        } else if (query != null) {
            names.add(query.value().isEmpty() ? ownName : query.value());
        } else if (declared.isAnnotationPresent(BeanParam.class)) {
            addFields(names, type);
        }
    }

    private static void addFields(Set<String> names, Class<?> bean) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                add(names, field, field.getName(), field.getType());
            }
        }
    }
}
