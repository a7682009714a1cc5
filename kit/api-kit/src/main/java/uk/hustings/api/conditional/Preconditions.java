package uk.hustings.api.conditional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import uk.hustings.api.problem.ProblemType;

/** Whoever changes something says which state of it they have seen, so that nobody overwrites what they never read. */
@ApplicationScoped
public class Preconditions {

    private final ObjectMapper json;

    Preconditions(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @param ifMatch the request's {@code If-Match}: the entity tag of a GET; null if it has none
     * @param current what a GET would answer to the same caller now, read in the transaction that changes it
     * @throws uk.hustings.api.problem.Problem PRECONDITION_REQUIRED or PRECONDITION_FAILED
     */
    public void require(String ifMatch, Object current) {
        if (ifMatch == null) {
            throw ProblemType.PRECONDITION_REQUIRED.because("Send the ETag of what you read in an If-Match header.");
        }
        try {
            if (!EntityTag.isNamedIn(ifMatch, EntityTag.of(json.writeValueAsBytes(current)))) {
                throw ProblemType.PRECONDITION_FAILED.because("Read it again, and decide anew; nothing was written.");
            }
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
