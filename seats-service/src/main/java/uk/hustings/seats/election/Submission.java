package uk.hustings.seats.election;

import java.util.Map;
import java.util.function.Function;
import uk.hustings.api.problem.FieldError;
import uk.hustings.seats.election.domain.Declaration;
import uk.hustings.seats.election.domain.Fault;
import uk.hustings.seats.party.domain.Party;

/**
 * An election as it came.
 *
 * @param parties that come with it, by code
 * @param place says where in the body a fault lies
 */
record Submission(Declaration declaration, Map<String, Party> parties, Function<Fault, FieldError> place) {

    FieldError errorAt(String pointer, String detail) {
        return place.apply(new Fault(pointer, detail));
    }
}
