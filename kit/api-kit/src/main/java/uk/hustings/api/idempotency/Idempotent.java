package uk.hustings.api.idempotency;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation must be called with an {@code Idempotency-Key}: 1 to 128 visible ASCII characters of the caller's own
 * choosing. A repeated key with the same body gets the first answer again, whatever would be said to it by now. So the
 * operation changes nothing before {@link KeptReplies#once}.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {}
