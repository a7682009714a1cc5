package uk.hustings.campaign.resource;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.campaign.resource.domain.AmountsByBasis;
import uk.hustings.campaign.resource.domain.Basis;
import uk.hustings.campaign.resource.domain.Holder;
import uk.hustings.campaign.resource.domain.MeasuredWork;
import uk.hustings.campaign.resource.domain.ResourceWeek;
import uk.hustings.campaign.resource.domain.WorkInSeat;

/** Puts what was stated beside what was measured. */
@ApplicationScoped
class KnownWeeks {

    private final ResourceStatements statements;
    private final ReportedWork work;

    KnownWeeks(ResourceStatements statements, ReportedWork work) {
        this.statements = statements;
        this.work = work;
    }

    /**
     * By holder, week and kind.
     *
     * @param filter with a first and a last week
     */
    Uni<List<KnownWeek>> of(Mutiny.StatelessSession session, ResourceFilter filter, ResourceRights.Sight sight) {
        return statements.current(session, filter, sight).chain(stated -> work.of(session, filter, sight)
                .map(reported -> assembled(filter, stated, reported)));
    }

    private static List<KnownWeek> assembled(
            ResourceFilter filter,
            List<ResourceStatement> stated,
            Map<ReportedWork.PartyWeek, List<WorkInSeat>> reported) {
        Map<ResourceWeek, Map<Basis, ResourceStatement>> statements = new HashMap<>();
        stated.forEach(statement -> statements
                .computeIfAbsent(statement.key().of(), first -> new EnumMap<>(Basis.class))
                .put(statement.key().basis(), statement));
        Map<ResourceWeek, BigDecimal> measured = new HashMap<>();
        reported.forEach((week, seats) -> MeasuredWork.of(seats).total().forEach((kind, amount) -> {
            if (filter.kind() == null || filter.kind() == kind) {
                measured.put(new ResourceWeek(Holder.localParty(week.localParty()), kind, week.week()), amount);
            }
        }));
        Set<ResourceWeek> all = new HashSet<>(statements.keySet());
        all.addAll(measured.keySet());
        return all.stream()
                .sorted()
                .map(of -> known(of, statements.getOrDefault(of, Map.of()), measured.get(of), reported))
                .toList();
    }

    private static KnownWeek known(
            ResourceWeek of,
            Map<Basis, ResourceStatement> statements,
            BigDecimal measured,
            Map<ReportedWork.PartyWeek, List<WorkInSeat>> reported) {
        Map<Basis, BigDecimal> amounts = new EnumMap<>(Basis.class);
        statements.forEach((basis, statement) -> amounts.put(basis, statement.amount()));
        if (measured != null) {
            amounts.put(Basis.MEASURED, measured);
        }
        List<WorkInSeat> seats =
                reported.getOrDefault(new ReportedWork.PartyWeek(of.holder().id(), of.week()), List.of());
        return new KnownWeek(of, new AmountsByBasis(amounts), statements, seats);
    }
}
