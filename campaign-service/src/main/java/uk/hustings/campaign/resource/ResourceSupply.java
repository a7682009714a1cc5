package uk.hustings.campaign.resource;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.resource.domain.AmountsByBasis;
import uk.hustings.campaign.resource.domain.Holder;
import uk.hustings.campaign.resource.domain.ResourceKind;
import uk.hustings.campaign.resource.domain.Supply;

/** What every holder has over a period of days, for those who plan where it goes. */
@ApplicationScoped
public class ResourceSupply {

    /** Days that a period may have: a leap year. */
    public static final int MOST_DAYS = 366;

    private static final ResourceRights.Sight EVERYTHING = new ResourceRights.Sight(true, null, null);

    private final KnownWeeks weeks;
    private final LocalParties parties;

    ResourceSupply(KnownWeeks weeks, LocalParties parties) {
        this.weeks = weeks;
        this.parties = parties;
    }

    /** What one holder has of one kind. */
    private record Stock(Holder holder, ResourceKind kind) implements Comparable<Stock> {

        @Override
        public int compareTo(Stock other) {
            int byHolder = holder.compareTo(other.holder);
            return byHolder != 0 ? byHolder : kind.compareTo(other.kind);
        }
    }

    /**
     * The effective amounts of all holders, summed over the period by kind. A week that lies in the period only in part counts
     * by its days, whatever its basis. A holder of whom nothing is known in the period is left out, and so is a local party that
     * was merged into another: what the other one has is stated of that one.
     *
     * @param from first London day
     * @param until last London day
     * @return by holder and kind; the same facts give the same list
     * @throws IllegalArgumentException if the period is reversed, or longer than {@value #MOST_DAYS} days
     */
    public Uni<List<Supply>> of(Mutiny.StatelessSession session, LocalDate from, LocalDate until) {
        long days = ChronoUnit.DAYS.between(from, until) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("A period of %d days, %s to %s".formatted(days, from, until));
        }
        return weeks.of(session, ResourceFilter.of(IsoWeek.of(from), IsoWeek.of(until)), EVERYTHING)
                .map(known -> supplies(known, from, until));
    }

    private List<Supply> supplies(List<KnownWeek> known, LocalDate from, LocalDate until) {
        SortedMap<Stock, Map<IsoWeek, AmountsByBasis>> stocks = new TreeMap<>();
        known.stream().filter(week -> !merged(week.of().holder())).forEach(week -> stocks.computeIfAbsent(
                        new Stock(week.of().holder(), week.of().kind()), first -> new TreeMap<>())
                .put(week.of().week(), week.amounts()));
        List<Supply> supplies = new ArrayList<>();
        stocks.forEach((stock, amounts) -> supplies.add(Supply.of(stock.holder(), stock.kind(), amounts, from, until)));
        return List.copyOf(supplies);
    }

    private boolean merged(Holder holder) {
        return holder.isLocalParty()
                && parties.find(holder.id()).filter(LocalParty::merged).isPresent();
    }
}
