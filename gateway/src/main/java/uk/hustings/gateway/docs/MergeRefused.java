package uk.hustings.gateway.docs;

import java.util.List;

/** The services' documents contradict each other; one of them would have to be told wrong. */
final class MergeRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param faults each as a sentence that names the service and the name in question */
    MergeRefused(List<String> faults) {
        super(String.join("; ", faults));
    }
}
