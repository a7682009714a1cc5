package uk.hustings.campaign.contact.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import uk.hustings.api.id.SeatCode;

/**
 * Which counts look as if not all of the contacts had been made. Only channels by which somebody is spoken to are held
 * against electors and history: leaflets may go to every door, and more than once.
 */
public final class PhantomChecks {

    private PhantomChecks() {}

    /**
     * Whether more people were spoken to than there are.
     *
     * @param electorate null if not known: then nothing is flagged
     * @param weeks contacts of all who work in the seat, in the span
     */
    public static List<ContactFlag> electors(
            SeatCode seat, Integer electorate, List<WeekContacts> weeks, LocalDate from, LocalDate to) {
        long contacts = weeks.stream().mapToLong(PhantomChecks::spoken).sum();
        if (electorate == null || contacts <= electorate) {
            return List.of();
        }
        return List.of(new ContactFlag(
                ContactFlag.Kind.MORE_THAN_ELECTORS,
                seat,
                null,
                from,
                to,
                null,
                contacts,
                (long) electorate,
                "%d people were spoken to from %s to %s; the seat has %d electors."
                        .formatted(contacts, from, to, electorate)));
    }

    /**
     * Weeks in which a local party spoke to more of the electors than can be.
     *
     * @param electorate null if not known: then nothing is flagged
     */
    public static List<ContactFlag> largeWeeks(
            PartySeat place, Integer electorate, List<WeekContacts> weeks, PhantomRules rules) {
        List<ContactFlag> flags = new ArrayList<>();
        long most = electorate == null ? Long.MAX_VALUE : (long) (rules.weeklyShareOfElectors() * electorate);
        for (WeekContacts week : weeks) {
            if (spoken(week) > most) {
                flags.add(ofWeek(
                        ContactFlag.Kind.LARGE_WEEK,
                        place,
                        week,
                        most,
                        "%d people were spoken to in week %s, which is %.0f%% of the %d electors; more than %.0f%% is flagged."
                                .formatted(
                                        spoken(week),
                                        week.week(),
                                        100.0 * spoken(week) / electorate,
                                        electorate,
                                        100 * rules.weeklyShareOfElectors())));
            }
        }
        return flags;
    }

    /**
     * Weeks far beyond what the local party has done in the seat before.
     *
     * @param weeks oldest first, those before the span included
     * @param from weeks that begin before this are history only
     */
    public static List<ContactFlag> jumps(
            PartySeat place, List<WeekContacts> weeks, LocalDate from, PhantomRules rules) {
        List<ContactFlag> flags = new ArrayList<>();
        List<Long> history = new ArrayList<>();
        for (WeekContacts week : weeks) {
            long contacts = spoken(week);
            if (contacts == 0) {
                continue;
            }
            List<Long> before = history.subList(Math.max(0, history.size() - rules.jumpWeeks()), history.size());
            if (before.size() >= rules.jumpWeeksLeast() && !week.week().monday().isBefore(from)) {
                double median = median(before);
                long most = Math.max(rules.jumpAbove(), (long) (rules.jumpTimes() * median));
                if (contacts > most) {
                    flags.add(ofWeek(
                            ContactFlag.Kind.JUMP,
                            place,
                            week,
                            most,
                            "%d people were spoken to in week %s; the median of the %d weeks before with contacts is %.0f."
                                    .formatted(contacts, week.week(), before.size(), median)));
                }
            }
            history.add(contacts);
        }
        return flags;
    }

    /**
     * The same count day after day.
     *
     * @param days contacts by one channel on the days that have any
     */
    public static List<ContactFlag> sameNumbers(
            PartySeat place, Channel channel, SortedMap<LocalDate, Long> days, PhantomRules rules) {
        List<ContactFlag> flags = new ArrayList<>();
        List<LocalDate> run = new ArrayList<>();
        long same = -1;
        for (Map.Entry<LocalDate, Long> day : days.entrySet()) {
            boolean goesOn = !run.isEmpty()
                    && day.getValue() == same
                    && ChronoUnit.DAYS.between(run.get(run.size() - 1), day.getKey()) <= rules.sameApart();
            if (!goesOn) {
                flagRun(flags, place, channel, run, same, rules);
                run.clear();
                same = day.getValue();
            }
            run.add(day.getKey());
        }
        flagRun(flags, place, channel, run, same, rules);
        return flags;
    }

    private static void flagRun(
            List<ContactFlag> flags,
            PartySeat place,
            Channel channel,
            List<LocalDate> run,
            long same,
            PhantomRules rules) {
        if (run.size() >= rules.sameDays() && same >= rules.sameAtLeast()) {
            LocalDate first = run.get(0);
            LocalDate last = run.get(run.size() - 1);
            flags.add(new ContactFlag(
                    ContactFlag.Kind.SAME_NUMBERS,
                    place.seat(),
                    place.localParty(),
                    first,
                    last,
                    channel,
                    same,
                    null,
                    "%d contacts by %s on each of %d days in succession, from %s to %s."
                            .formatted(same, channel.code(), run.size(), first, last)));
        }
    }

    private static ContactFlag ofWeek(
            ContactFlag.Kind kind, PartySeat place, WeekContacts week, long most, String detail) {
        LocalDate monday = week.week().monday();
        return new ContactFlag(
                kind, place.seat(), place.localParty(), monday, monday.plusDays(6), null, spoken(week), most, detail);
    }

    private static long spoken(WeekContacts week) {
        return week.byChannel().entrySet().stream()
                .filter(by -> by.getKey().spoken())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static double median(List<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
