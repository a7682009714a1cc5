package uk.hustings.campaign.resource;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import uk.hustings.access.Caller;
import uk.hustings.api.page.Page;
import uk.hustings.api.page.PageRequest;
import uk.hustings.api.time.DomainClock;
import uk.hustings.campaign.localparty.LocalParties;
import uk.hustings.campaign.localparty.LocalParty;
import uk.hustings.campaign.resource.domain.Holder;

/** Resources and statements that a caller may see. */
@ApplicationScoped
class ResourceReader {

    private final KnownWeeks weeks;
    private final ResourceStatements statements;
    private final ResourceRights rights;
    private final LocalParties parties;
    private final Mutiny.SessionFactory sessions;
    private final DomainClock clock;

    ResourceReader(
            KnownWeeks weeks,
            ResourceStatements statements,
            ResourceRights rights,
            LocalParties parties,
            Mutiny.SessionFactory sessions,
            DomainClock clock) {
        this.weeks = weeks;
        this.statements = statements;
        this.rights = rights;
        this.parties = parties;
        this.sessions = sessions;
        this.clock = clock;
    }

    Uni<Page<ResourceView>> page(Caller caller, ResourceQuery query, PageRequest page) {
        return known(caller, query)
                .map(found -> Page.of(found, page, ResourceReader::key).map(this::view));
    }

    Uni<List<ResourceView>> all(Caller caller, ResourceQuery query) {
        return known(caller, query).map(found -> found.stream().map(this::view).toList());
    }

    /** Newest first. */
    Uni<Page<StatementView>> statements(Caller caller, ResourceFilter filter, String basis, PageRequest page) {
        return sessions.withStatelessSession(session -> statements.history(
                        session, filter, basis, rights.toRead(caller), page.afterId(), page.limit() + 1))
                .map(found -> Page.ofRows(
                                found, page, statement -> statement.id().toString())
                        .map(StatementView::of));
    }

    private Uni<List<KnownWeek>> known(Caller caller, ResourceQuery query) {
        ResourceFilter filter = query.filter(clock.today());
        query.check();
        return sessions.withStatelessSession(session -> weeks.of(session, filter, rights.toRead(caller)))
                .map(query::of);
    }

    private ResourceView view(KnownWeek week) {
        Holder holder = week.of().holder();
        Optional<LocalParty> party = holder.isLocalParty() ? parties.find(holder.id()) : Optional.empty();
        String region =
                switch (holder.kind()) {
                    case NATIONAL -> null;
                    case REGION -> holder.id();
                    case LOCAL_PARTY -> party.map(LocalParty::region).orElse(null);
                };
        return ResourceView.of(week, party.map(LocalParty::name).orElse(null), region);
    }

    private static String key(KnownWeek week) {
        return String.join(
                "/",
                week.of().holder().kind().code(),
                week.of().holder().id(),
                week.of().kind().code(),
                week.of().week().toString());
    }
}
