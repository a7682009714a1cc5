package uk.hustings.campaign.resource;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;
import uk.hustings.campaign.resource.domain.Basis;
import uk.hustings.campaign.resource.domain.Holder;
import uk.hustings.campaign.resource.domain.ResourceKind;

/** Which resources are asked for, and in which order. */
public class ResourceQuery {

    private static final Map<String, Comparator<KnownWeek>> ORDERS = Map.of(
            "holder", Comparator.comparing(KnownWeek::of),
            "week", Comparator.comparing(known -> known.of().week()),
            "kind", Comparator.comparing(known -> known.of().kind()),
            "amount", Comparator.comparing(known -> known.amounts().effective()));

    @RestQuery
    @Parameter(description = "local-party, region or national", example = "local-party")
    String holderKind;

    @RestQuery
    @Parameter(description = "Id of a local party, or GSS code of a region", example = "exeter")
    String holder;

    @RestQuery
    @Parameter(
            description = "GSS code of a region: what the region holds, and what its local parties hold",
            example = "E12000009")
    String region;

    @RestQuery
    @Parameter(
            description = "doorstep-hours, phone-hours, organisers, leaflets, direct-mail, leader-visits or money",
            example = "doorstep-hours")
    String kind;

    @RestQuery
    @Parameter(description = "A day of the first week; today unless given", example = "2015-04-14")
    String from;

    @RestQuery
    @Parameter(description = "A day of the last week, of at most 53; of 13 weeks unless given", example = "2015-05-07")
    String until;

    @RestQuery
    @Parameter(description = "pledged, measured or estimated: the basis that counts", example = "pledged")
    String basis;

    @RestQuery
    @Parameter(
            description = "holder, week, kind or amount, with a minus for the other way round; holder unless given",
            example = "-amount")
    String sort;

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER */
    ResourceFilter filter(LocalDate today) {
        Weeks weeks = Weeks.of(from, until, today);
        return new ResourceFilter(
                holderKind(holderKind), text(holder), text(region), kind(kind), weeks.first(), weeks.last());
    }

    /**
     * Those whose effective amount has the basis that is asked for, sorted.
     *
     * @throws uk.hustings.api.problem.Problem INVALID_PARAMETER
     */
    List<KnownWeek> of(List<KnownWeek> known) {
        Basis wanted = basis(basis, Basis.codes());
        Stream<KnownWeek> found =
                known.stream().filter(week -> wanted == null || week.amounts().basis() == wanted);
        return found.sorted(order()).toList();
    }

    /** Refuses a basis or an order that does not exist before anything is read. */
    void check() {
        basis(basis, Basis.codes());
        order();
    }

    /** What decides which resources are in the list, and in which order. */
    List<String> view() {
        return Arrays.asList(holderKind, holder, region, kind, from, until, basis, sort);
    }

    static Holder.Kind holderKind(String code) {
        String known = QueryParameter.oneOf("holderKind", code, Holder.Kind.codes());
        return known == null ? null : Holder.Kind.fromCode(known).orElseThrow();
    }

    static ResourceKind kind(String code) {
        String known = QueryParameter.oneOf("kind", code, ResourceKind.codes());
        return known == null ? null : ResourceKind.fromCode(known).orElseThrow();
    }

    static Basis basis(String code, List<String> codes) {
        String known = QueryParameter.oneOf("basis", code, codes);
        return known == null ? null : Basis.fromCode(known).orElseThrow();
    }

    static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private Comparator<KnownWeek> order() {
        String code = QueryParameter.oneOf(
                "sort",
                sort,
                ORDERS.keySet().stream()
                        .flatMap(key -> Stream.of(key, "-" + key))
                        .toList());
        Comparator<KnownWeek> byHolder = ORDERS.get("holder");
        if (code == null) {
            return byHolder;
        }
        boolean descending = code.startsWith("-");
        Comparator<KnownWeek> order = ORDERS.get(descending ? code.substring(1) : code);
        return (descending ? order.reversed() : order).thenComparing(byHolder);
    }
}
