package uk.hustings.local.bench.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.hustings.local.bench.faults.Books.Batch;
import uk.hustings.local.bench.faults.Books.Decision;
import uk.hustings.local.bench.faults.Books.WeekChannel;
import uk.hustings.local.bench.faults.Receipts.Receipt;
import uk.hustings.local.bench.faults.Receipts.Week;

/** Compares what was acknowledged with what is in the books; nothing may be under way any more. */
final class Audit {

    private static final String LOCKED = "locked";
    private static final String WARNED = "warned";
    private static final Set<String> WITHIN_THE_LIMIT = Set.of("active", WARNED);

    private final Books before;
    private final Books now;
    private final Receipts receipts;
    private final List<String> findings = new ArrayList<>();

    private Audit(Books before, Books now, Receipts receipts) {
        this.before = before;
        this.now = now;
        this.receipts = receipts;
    }

    /**
     * @param before as the books were before anything was acknowledged
     * @return what contradicts, in words; empty if all is well
     */
    static List<String> findings(Books before, Books now, Receipts receipts) {
        Audit audit = new Audit(before, now, receipts);
        audit.findings.addAll(receipts.contradictions());
        audit.batches();
        audit.rollUps();
        audit.weeks();
        audit.decisions();
        audit.locks();
        return audit.findings;
    }

    /** No acknowledged report lost, none doubled, none there that nobody was told of. */
    private void batches() {
        for (Receipt receipt : receipts.reports()) {
            Batch batch = now.batches().get(receipt.batch());
            if (batch == null) {
                findings.add("lost: %s was acknowledged to %s and is not there"
                        .formatted(receipt.batch(), receipt.week().turf()));
            } else if (batch.contacts() != receipt.change()
                    || batch.withdrawn() != receipts.isWithdrawn(receipt.batch())) {
                findings.add("%s was acknowledged with %d contacts%s and is kept as %s"
                        .formatted(
                                receipt.batch(),
                                receipt.change(),
                                receipts.isWithdrawn(receipt.batch()) ? " and withdrawn" : "",
                                batch));
            }
        }
        now.batches().forEach((id, batch) -> {
            if (!before.batches().containsKey(id) && receipts.report(id) == null) {
                findings.add("doubled: %s is there (%s), and nobody was told of it".formatted(id, batch));
            }
        });
    }

    private void rollUps() {
        Set<WeekChannel> all = new HashSet<>(now.rollUps().keySet());
        all.addAll(now.sums().keySet());
        for (WeekChannel cell : all) {
            long kept = now.rollUps().getOrDefault(cell, 0L);
            long sum = now.sums().getOrDefault(cell, 0L);
            if (kept != sum) {
                findings.add("%s: the roll-up says %d, its rows add up to %d".formatted(cell, kept, sum));
            }
        }
    }

    /** The sums that people were told can have followed one after the other. */
    private void weeks() {
        Map<Week, List<Trail.Step>> steps = Stream.concat(receipts.reports().stream(), receipts.withdrawals().stream())
                .collect(Collectors.groupingBy(
                        Receipt::week,
                        Collectors.mapping(
                                receipt -> new Trail.Step(receipt.change(), receipt.after()), Collectors.toList())));
        steps.forEach((week, told) -> Trail.contradiction(before.kept(week), now.kept(week), told)
                .ifPresent(finding -> findings.add("%s: no order of what was told leads %s".formatted(week, finding))));
    }

    /** Each is there as it was acknowledged, and cites a count that stood when it was made. */
    private void decisions() {
        receipts.decisions().forEach(decided -> {
            Decision decision = now.decisions().get(decided.decision());
            if (decision == null || !decision.outcome().equals(decided.outcome())) {
                findings.add("%s was acknowledged and is kept as %s".formatted(decided, decision));
            }
        });
        Set<UUID> acknowledged =
                receipts.decisions().stream().map(Receipts.Decided::decision).collect(Collectors.toSet());
        now.decisions().forEach((id, decision) -> {
            if (before.decisions().containsKey(id)) {
                return;
            }
            if (decision.byPolicy()) {
                cited(id, decision);
            } else if (!acknowledged.contains(id)) {
                findings.add("%s is there (%s), and nobody was told of it".formatted(id, decision));
            }
        });
    }

    /** What time ends, or a person's work lifts, may cite no count; who is warned or locked must be told one. */
    private void cited(UUID id, Decision decision) {
        boolean locks = decision.outcome().equals(LOCKED);
        if (decision.contacts() == null || decision.monday() == null || decision.policyVersion() == null) {
            if (locks || decision.outcome().equals(WARNED)) {
                findings.add("%s (%s) cites no count".formatted(id, decision));
            }
            return;
        }
        boolean over = decision.contacts() > now.limits().get(decision.policyVersion());
        if (over != locks) {
            findings.add("%s (%s) contradicts the limit of its policy".formatted(id, decision));
        }
        // A lock may be made later than its count, when an exemption ends; never on one that was told to be within the
        // limit.
        boolean stood = told().anyMatch(
                        receipt -> stood(receipt, decision) && !(locks && WITHIN_THE_LIMIT.contains(receipt.state())));
        if (!stood) {
            findings.add("%s (%s) cites a count that never stood".formatted(id, decision));
        }
    }

    private static boolean stood(Receipt receipt, Decision decision) {
        return receipt.week().equals(decision.week()) && receipt.after() == decision.contacts();
    }

    private Stream<Receipt> told() {
        return Stream.concat(receipts.reports().stream(), receipts.withdrawals().stream());
    }

    /** Those that stand follow from the decisions to lock that nothing has lifted. */
    private void locks() {
        Set<UUID> lifted = now.decisions().values().stream()
                .map(Decision::lifts)
                .filter(lift -> lift != null)
                .collect(Collectors.toSet());
        Set<UUID> standing = now.decisions().entrySet().stream()
                .filter(entry -> entry.getValue().outcome().equals(LOCKED) && !lifted.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (!standing.equals(now.lockedBy().keySet())) {
            findings.add("decisions leave the locks %s standing, and there are %s"
                    .formatted(standing, now.lockedBy().keySet()));
        }
    }
}
