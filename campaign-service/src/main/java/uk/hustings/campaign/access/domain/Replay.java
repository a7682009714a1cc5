package uk.hustings.campaign.access.domain;

import java.util.Comparator;
import java.util.List;
import uk.hustings.api.id.SeatCode;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.WeekContacts;
import uk.hustings.campaign.strategy.domain.BattlegroundClass;

/** What a policy would have decided in weeks that are past. Each week is weighed alone, with the class that the seat has. */
public final class Replay {

    private Replay() {}

    /** What one local party did in one seat, week by week. */
    public record Work(String localParty, SeatCode seat, BattlegroundClass seatClass, List<WeekContacts> weeks) {}

    /** A week that would have brought a warning or a lock. */
    public record Mark(IsoWeek week, long contacts, boolean locks) {}

    /**
     * What would have been.
     *
     * @param lockedFrom the first week over the limit; null if there is none
     * @param contactsOver contacts beyond the limit, over all weeks
     */
    public record Outcome(Work work, List<Mark> marks, IsoWeek lockedFrom, long contactsOver) {}

    /** Local parties that would have been warned or locked; the others are left out. */
    public static List<Outcome> of(AccessPolicy policy, List<Work> all) {
        return all.stream()
                .filter(work -> policy.covers(work.seatClass()))
                .map(work -> outcome(policy, work))
                .filter(outcome -> !outcome.marks().isEmpty())
                .toList();
    }

    private static Outcome outcome(AccessPolicy policy, Work work) {
        List<Mark> marks = work.weeks().stream()
                .filter(week -> policy.exceededBy(week) || policy.counted(week) >= policy.warnAt())
                .sorted(Comparator.comparing(WeekContacts::week))
                .map(week -> new Mark(week.week(), policy.counted(week), policy.exceededBy(week)))
                .toList();
        IsoWeek lockedFrom =
                marks.stream().filter(Mark::locks).map(Mark::week).findFirst().orElse(null);
        long over = marks.stream()
                .filter(Mark::locks)
                .mapToLong(mark -> mark.contacts() - policy.weeklyLimit())
                .sum();
        return new Outcome(work, marks, lockedFrom, over);
    }
}
