package uk.hustings.api.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import uk.hustings.api.text.PlainText;

/**
 * Says of each text that bears {@link PlainText} how long it may be and whether it must be given: the library knows the
 * constraints of Bean Validation only, and not what is made of them.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class PlainTextSchemas implements OASFilter {

    private static final DotName CONSTRAINT = DotName.createSimple(PlainText.class);
    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final int UNSAID_MAX = 1000;

    private final IndexView index;

    public PlainTextSchemas(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Schemas schemas = new Schemas(document);
        for (AnnotationInstance constraint : index.getAnnotations(CONSTRAINT)) {
            if (constraint.target().kind() == AnnotationTarget.Kind.FIELD) {
                Schema owner =
                        schemas.named().get(nameOf(constraint.target().asField().declaringClass()));
                if (owner != null && owner.getProperties() != null) {
                    describe(owner, constraint.target().asField().name(), constraint);
                }
            }
        }
    }

    private static void describe(Schema owner, String property, AnnotationInstance constraint) {
        Schema text = owner.getProperties().get(property);
        if (text == null) {
            return;
        }
        AnnotationValue max = constraint.value("max");
        AnnotationValue required = constraint.value("required");
        text.setMaxLength(max == null ? UNSAID_MAX : max.asInt());
        if (required == null || required.asBoolean()) {
            text.setMinLength(1);
            if (owner.getRequired() == null || !owner.getRequired().contains(property)) {
                owner.addRequired(property);
            }
        }
    }

    private static String nameOf(ClassInfo type) {
        return Optional.ofNullable(type.declaredAnnotation(NAMED))
                .map(schema -> schema.value("name"))
                .map(AnnotationValue::asString)
                .orElseGet(() -> type.simpleName());
    }
}
