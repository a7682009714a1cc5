package uk.hustings.local.bench.faults;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.hustings.local.bench.faults.Receipts.Week;

/**
 * What campaign-service's database held at one moment, of the local parties in question.
 *
 * @param batches all that were ever reported
 * @param rollUps contacts by week and channel as they are kept
 * @param sums contacts by week and channel as the rows that stand add up
 * @param decisions all that were ever made
 * @param lockedBy the locks that stand: the decisions that they follow from
 * @param limits contacts of a week that a version of the policy allows
 * @param desiredRoles by local party, as the database wants them to be in Keycloak
 */
record Books(
        Map<UUID, Batch> batches,
        Map<WeekChannel, Long> rollUps,
        Map<WeekChannel, Long> sums,
        Map<UUID, Decision> decisions,
        Map<UUID, Turf> lockedBy,
        Map<Integer, Long> limits,
        Map<String, Set<String>> desiredRoles) {

    static final String POLICY = "policy";

    /** @param contacts of all its lines */
    record Batch(Turf turf, long contacts, boolean withdrawn) {}

    record WeekChannel(Week week, String channel) {}

    /**
     * @param policyVersion null if no policy was applied
     * @param monday of the week that it cites; null if none
     * @param contacts that it cites; null if none
     * @param lifts the decision that it lifts; null if none
     */
    record Decision(
            Turf turf,
            String outcome,
            String decidedBy,
            Integer policyVersion,
            LocalDate monday,
            Long contacts,
            UUID lifts) {

        boolean byPolicy() {
            return POLICY.equals(decidedBy);
        }

        Week week() {
            return new Week(turf, monday);
        }
    }

    /** Contacts of a week over all channels, as they are kept. */
    long kept(Week week) {
        return rollUps.entrySet().stream()
                .filter(entry -> entry.getKey().week().equals(week))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
