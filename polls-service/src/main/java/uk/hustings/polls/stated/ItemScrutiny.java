package uk.hustings.polls.stated;

import java.time.LocalDate;
import java.util.List;
import uk.hustings.polls.indicator.domain.Item;
import uk.hustings.polls.indicator.domain.ItemKind;
import uk.hustings.polls.poll.domain.Codes;
import uk.hustings.polls.poll.domain.Geography;
import uk.hustings.polls.seatref.domain.SeatBook;
import uk.hustings.polls.stated.Scrutiny.Fault;

/**
 * A stated item held against the rules and the seats that are known.
 *
 * @param item null if something is wrong with it
 * @param faults everything that is wrong with it
 * @param warnings what is accepted but should be looked at
 */
public record ItemScrutiny(Item item, List<Fault> faults, List<Fault> warnings) {

    /**
     * Looks at everything, so that every fault is told at once.
     *
     * @param today real day: what happened later than the domain's today may be taken in, for the demo lives in the
     *     middle of real data
     */
    public static ItemScrutiny of(StatedItem stated, SeatBook seats, LocalDate today) {
        if (stated == null) {
            return new ItemScrutiny(null, List.of(new Fault("", "must not be null")), List.of());
        }
        Checks checks = new Checks();
        FindingScrutiny found = new FindingScrutiny(checks);
        ItemKind kind = checks.requiredCode("/kind", stated.kind(), ItemKind.class);
        LocalDate day = checks.day("/day", stated.day(), today);
        String label = checks.text("/label", stated.label(), Scrutiny.LONGEST_NAME);
        if (label == null && isBlank(stated.label()) && kind != null && needsLabel(kind)) {
            checks.fault("/label", "must not be empty: the kind is " + Codes.codeOf(kind));
        }
        String contest = checks.contest("/contest", stated.contest());
        AreaScrutiny where =
                AreaScrutiny.of(stated.whereStated(), Geography.UK, checks, seats, day == null ? today : day);
        String source = checks.required("/source", stated.source(), Scrutiny.LONGEST_NOTE);
        StatedFinding finding = kind == null ? null : found.finding(kind, stated.finding());
        if (!checks.faults().isEmpty()) {
            return new ItemScrutiny(null, List.copyOf(checks.faults()), found.warnings());
        }
        Item item = new Item(label, contest, where.area(), day, source, finding.finding(Codes.codeOf(kind)));
        return new ItemScrutiny(item, List.of(), found.warnings());
    }

    private static boolean needsLabel(ItemKind kind) {
        return kind != ItemKind.STATEMENT && kind != ItemKind.REAL_VOTES;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
