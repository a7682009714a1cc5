package uk.hustings.local.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.hustings.local.bench.faults.Books.Batch;
import uk.hustings.local.bench.faults.Books.Decision;
import uk.hustings.local.bench.faults.Books.WeekChannel;
import uk.hustings.local.bench.faults.Receipts.Decided;
import uk.hustings.local.bench.faults.Receipts.Receipt;
import uk.hustings.local.bench.faults.Receipts.Week;

class AuditTest {

    private static final Turf TURF = new Turf("swansea-west", "W07000048");
    private static final Week WEEK = new Week(TURF, LocalDate.of(2015, 4, 13));
    private static final Books EMPTY = books(Map.of(), 0, 0, Map.of(), Map.of());
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID CROSSING = UUID.randomUUID();
    private static final UUID LOCK = UUID.randomUUID();

    private final Receipts receipts = new Receipts();
    private final Map<UUID, Batch> batches = new HashMap<>();
    private final Map<UUID, Decision> decisions = new HashMap<>();

    /** 500 contacts, and one more, which locks. */
    AuditTest() {
        receipts.reported(new Receipt(FIRST, WEEK, 500, 500, "warned", null));
        receipts.reported(new Receipt(CROSSING, WEEK, 1, 501, "locked", LOCK));
        batches.put(FIRST, new Batch(TURF, 500, false));
        batches.put(CROSSING, new Batch(TURF, 1, false));
        decisions.put(LOCK, lockedAt(501));
    }

    @Test
    void whatAgreesIsNotComplainedOf() {
        assertThat(findings(501, 501)).isEmpty();
    }

    @Test
    void anAcknowledgedReportThatIsNotThereIsLost() {
        batches.remove(FIRST);

        assertThat(findings(501, 501)).singleElement().asString().startsWith("lost: " + FIRST);
    }

    @Test
    void aBatchOfWhichNobodyWasToldIsDoubled() {
        batches.put(UUID.randomUUID(), new Batch(TURF, 1, false));

        assertThat(findings(501, 501)).singleElement().asString().startsWith("doubled: ");
    }

    @Test
    void aBatchThatIsKeptWithOtherContactsOrAsWithdrawnContradictsItsReceipt() {
        batches.put(FIRST, new Batch(TURF, 499, false));
        batches.put(CROSSING, new Batch(TURF, 1, true));

        assertThat(findings(501, 501)).hasSize(2);
    }

    @Test
    void aRollUpThatIsNotTheSumOfItsRowsIsFound() {
        assertThat(findings(501, 502)).anyMatch(finding -> finding.contains("says 501, its rows add up to 502"));
    }

    @Test
    void aLockMayCiteOnlyACountOverTheLimitThatOnceStood() {
        decisions.put(LOCK, lockedAt(500));
        assertThat(findings(501, 501)).anyMatch(finding -> finding.endsWith("contradicts the limit of its policy"));

        decisions.put(LOCK, lockedAt(502));
        assertThat(findings(501, 501)).singleElement().asString().endsWith("cites a count that never stood");
    }

    @Test
    void aPersonsDecisionThatWasAcknowledgedIsThereAndNoOther() {
        receipts.decided(new Decided(UUID.randomUUID(), TURF, "locked"));
        assertThat(findings(501, 501)).singleElement().asString().endsWith("was acknowledged and is kept as null");

        decisions.put(UUID.randomUUID(), new Decision(TURF, "restored", "hq", null, null, null, UUID.randomUUID()));
        assertThat(findings(501, 501)).hasSize(2).anyMatch(finding -> finding.endsWith("nobody was told of it"));
    }

    @Test
    void aLockWithoutADecisionAndADecisionWithoutALockAreFound() {
        assertThat(Audit.findings(EMPTY, books(batches, 501, 501, decisions, Map.of()), receipts))
                .singleElement()
                .asString()
                .contains("leave the locks [" + LOCK + "] standing, and there are []");
    }

    private List<String> findings(long rollUp, long sum) {
        return Audit.findings(EMPTY, books(batches, rollUp, sum, decisions, Map.of(LOCK, TURF)), receipts);
    }

    private static Decision lockedAt(long contacts) {
        return new Decision(TURF, "locked", "policy", 1, WEEK.monday(), contacts, null);
    }

    private static Books books(
            Map<UUID, Batch> batches, long rollUp, long sum, Map<UUID, Decision> decisions, Map<UUID, Turf> locks) {
        WeekChannel doorstep = new WeekChannel(WEEK, "doorstep");
        return new Books(
                batches,
                Map.of(doorstep, rollUp),
                Map.of(doorstep, sum),
                decisions,
                locks,
                Map.of(1, 500L),
                Map.of(TURF.localParty(), Set.of()));
    }
}
