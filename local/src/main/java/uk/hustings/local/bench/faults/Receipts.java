package uk.hustings.local.bench.faults;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the service has acknowledged, as those who asked for it keep it. Safe for many threads. */
final class Receipts {

    /** One week of one local party in one seat. */
    record Week(Turf turf, LocalDate monday) {}

    /**
     * An answer to a report or to a withdrawal.
     *
     * @param change of the week's sum that was asked for
     * @param after the week's sum as the answer told it
     * @param decision that the answer named; null if none
     */
    record Receipt(UUID batch, Week week, long change, long after, String state, UUID decision) {}

    /** An answer to somebody's decision. */
    record Decided(UUID decision, Turf turf, String outcome) {}

    private final ConcurrentMap<UUID, Receipt> reports = new ConcurrentHashMap<>();
    private final ConcurrentMap<UUID, Receipt> withdrawals = new ConcurrentHashMap<>();
    private final ConcurrentMap<UUID, Decided> decisions = new ConcurrentHashMap<>();
    private final Queue<Receipt> standing = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sentAgain = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

    void reported(Receipt receipt) {
        if (reports.putIfAbsent(receipt.batch(), receipt) != null) {
            contradictions.add("two reports were told the same batch " + receipt.batch());
        }
        standing.add(receipt);
    }

    void withdrawn(Receipt receipt) {
        if (withdrawals.putIfAbsent(receipt.batch(), receipt) != null) {
            contradictions.add("batch %s was withdrawn twice".formatted(receipt.batch()));
        }
    }

    void decided(Decided decided) {
        decisions.put(decided.decision(), decided);
    }

    void contradicted(String finding) {
        contradictions.add(finding);
    }

    /** A request whose answer did not come, or did not tell what became of it. */
    void sentAgain() {
        sentAgain.incrementAndGet();
    }

    void turnedAway() {
        turnedAway.incrementAndGet();
    }

    /** A batch that nobody else will be given, for a withdrawal. */
    Optional<Receipt> takeStanding(Random random) {
        // Not always the oldest, so that withdrawals race with reports of the same week.
        for (int skipped = random.nextInt(4); skipped > 0; skipped--) {
            Receipt moved = standing.poll();
            if (moved != null) {
                standing.add(moved);
            }
        }
        return Optional.ofNullable(standing.poll());
    }

    Collection<Receipt> reports() {
        return reports.values();
    }

    Collection<Receipt> withdrawals() {
        return withdrawals.values();
    }

    Collection<Decided> decisions() {
        return decisions.values();
    }

    boolean isWithdrawn(UUID batch) {
        return withdrawals.containsKey(batch);
    }

    Receipt report(UUID batch) {
        return reports.get(batch);
    }

    List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    int timesSentAgain() {
        return sentAgain.get();
    }

    int timesTurnedAway() {
        return turnedAway.get();
    }
}
