package uk.hustings.campaign.resource;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import uk.hustings.api.text.domain.Characters;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.resource.domain.Basis;
import uk.hustings.campaign.resource.domain.Holder;
import uk.hustings.campaign.resource.domain.ResourceKind;
import uk.hustings.campaign.resource.domain.ResourceWeek;

/** Checks the statements of one request, one after the other. Every fault is named with its field. */
final class StatementValidator {

    static final int MOST_IN_SOURCE = 500;
    static final int MOST_IN_REASON = 1000;

    /** The first week of which something can be stated. */
    static final IsoWeek FIRST_WEEK = IsoWeek.parse("2000-W01");

    /** How many weeks ahead of the running one something can be stated. */
    static final int MOST_WEEKS_AHEAD = 104;

    /**
     * What statements are held against.
     *
     * @param regions GSS codes of the regions that have seats
     */
    record Context(ResourceRights.Sight sight, LocalParties parties, Set<String> regions, LocalDate today) {}

    private final Context context;
    private final Map<ResourceStatement.Key, SentStatement.Place> earlier = new HashMap<>();
    private final SortedSet<Holder> outOfReach = new TreeSet<>();

    StatementValidator(Context context) {
        this.context = context;
    }

    /** @return null if anything is wrong */
    SentStatement.Checked check(SentStatement sent, SentStatement.Place place, SentStatement.Faults faults) {
        CountedFaults counted = new CountedFaults(faults);
        Holder holder = holder(sent, counted);
        if (holder != null && !context.sight().covers(holder, this::regionOf)) {
            outOfReach.add(holder);
            return null;
        }
        ResourceKind kind = kind(sent, holder, counted);
        IsoWeek week = week(sent.week(), counted);
        Basis basis = basis(sent.basis(), counted);
        amount(sent, kind, counted);
        texts(sent, counted);
        if (counted.any) {
            return null;
        }
        ResourceStatement.Key key = new ResourceStatement.Key(new ResourceWeek(holder, kind, week), basis);
        SentStatement.Place before = earlier.putIfAbsent(key, place);
        if (before != null) {
            counted.add("week", "states the same as %s".formatted(before.inWords()));
            return null;
        }
        return new SentStatement.Checked(
                key,
                sent.amount(),
                Characters.stripped(sent.source()),
                sent.replaces(),
                Characters.stripped(sent.reason()),
                place);
    }

    /** @throws uk.hustings.api.problem.Problem SEAT_OUT_OF_REACH naming a holder that the caller does not reach */
    void refuseOutOfReach() {
        if (!outOfReach.isEmpty()) {
            throw ResourceRights.beyond(outOfReach.first());
        }
    }

    private Optional<String> regionOf(String localParty) {
        return context.parties().find(localParty).map(party -> party.region());
    }

    private Holder holder(SentStatement sent, CountedFaults faults) {
        Optional<Holder.Kind> kind = Holder.Kind.fromCode(sent.holderKind());
        if (kind.isEmpty()) {
            faults.add("holderKind", "must be one of " + Holder.Kind.codes());
            return null;
        }
        boolean named = sent.holder() != null && !sent.holder().isEmpty();
        return switch (kind.get()) {
            case NATIONAL -> {
                if (named) {
                    faults.add("holder", "must be left out of what the national party has");
                    yield null;
                }
                yield Holder.NATIONAL;
            }
            case REGION -> {
                if (!named || !context.regions().contains(sent.holder())) {
                    faults.add("holder", "must be the GSS code of a region that has seats");
                    yield null;
                }
                yield Holder.region(sent.holder());
            }
            case LOCAL_PARTY -> {
                boolean living = named
                        && context.parties()
                                .find(sent.holder())
                                .filter(party -> !party.merged())
                                .isPresent();
                if (!living) {
                    faults.add("holder", "no local party has this id, or it was merged into another");
                    yield null;
                }
                yield Holder.localParty(sent.holder());
            }
        };
    }

    private static ResourceKind kind(SentStatement sent, Holder holder, CountedFaults faults) {
        Optional<ResourceKind> kind = ResourceKind.fromCode(sent.kind());
        if (kind.isEmpty()) {
            faults.add("kind", "must be one of " + ResourceKind.codes());
            return null;
        }
        if (holder != null && kind.get().nationalOnly() && holder.kind() != Holder.Kind.NATIONAL) {
            faults.add(
                    "kind",
                    "%s are held by the national party only"
                            .formatted(kind.get().code()));
        }
        return kind.get();
    }

    private IsoWeek week(String text, CountedFaults faults) {
        IsoWeek week;
        try {
            week = IsoWeek.parse(text == null ? "" : text);
        } catch (IllegalArgumentException noWeek) {
            faults.add("week", "must be an ISO week such as 2015-W16");
            return null;
        }
        IsoWeek last = new IsoWeek(IsoWeek.of(context.today()).monday().plusWeeks(MOST_WEEKS_AHEAD));
        if (week.compareTo(FIRST_WEEK) < 0 || week.compareTo(last) > 0) {
            faults.add("week", "must be a week from %s to %s".formatted(FIRST_WEEK, last));
        }
        return week;
    }

    private static Basis basis(String code, CountedFaults faults) {
        Optional<Basis> basis = Basis.fromCode(code);
        if (basis.filter(Basis::stated).isEmpty()) {
            faults.add(
                    "basis",
                    "must be pledged or estimated"
                            + (basis.isPresent() ? "; measured is worked out from contacts and reported hours" : ""));
            return null;
        }
        return basis.get();
    }

    private static void amount(SentStatement sent, ResourceKind kind, CountedFaults faults) {
        if (sent.amount() == null) {
            faults.add("amount", "must not be empty");
        } else if (kind != null) {
            kind.fault(sent.amount()).ifPresent(fault -> faults.add("amount", fault));
        }
    }

    private static void texts(SentStatement sent, CountedFaults faults) {
        text("source", sent.source(), MOST_IN_SOURCE, true, faults);
        if (sent.replaces() != null && sent.replaces() < 1) {
            faults.add("replaces", "must be the number of an edition, 1 or more");
        }
        text("reason", sent.reason(), MOST_IN_REASON, sent.replaces() != null, faults);
    }

    private static void text(String field, String text, int most, boolean required, CountedFaults faults) {
        if (Characters.isBlank(text)) {
            if (required) {
                faults.add(field, "must not be blank" + (field.equals("reason") ? " in a correction" : ""));
            }
        } else if (Characters.count(text) > most) {
            faults.add(field, "must have at most %d characters, had %d".formatted(most, Characters.count(text)));
        } else if (!Characters.isPlain(text)) {
            faults.add(field, Characters.PLAIN);
        }
    }

    /** Hands faults on and remembers whether there was one. */
    private static final class CountedFaults implements SentStatement.Faults {

        private final SentStatement.Faults faults;
        private boolean any;

        CountedFaults(SentStatement.Faults faults) {
            this.faults = faults;
        }

        @Override
        public void add(String field, String detail) {
            any = true;
            faults.add(field, detail);
        }
    }
}
