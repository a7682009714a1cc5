package uk.hustings.campaign.resource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.export.Table;
import uk.hustings.campaign.resource.domain.Basis;

/** What a holder has of one kind in one week. */
@Schema(name = "Resource", description = "What a holder has of one kind in one week, and how that is known")
public record ResourceView(
        @Schema(examples = "local-party", description = "local-party, region or national")
        String holderKind,

        @Schema(
                examples = "exeter",
                nullable = true,
                description = "Id of the local party, or GSS code of the region; null of the national party")
        String holder,

        @Schema(examples = "Exeter", nullable = true, description = "Name of the local party; null of others")
        String holderName,

        @Schema(examples = "E12000009", nullable = true, description = "GSS code; null of the national party")
        String region,

        @Schema(
                examples = "doorstep-hours",
                description = "doorstep-hours, phone-hours, organisers, leaflets, direct-mail, leader-visits or money")
        String kind,

        @Schema(examples = "hours", description = "hours, people, items, visits or pounds")
        String unit,

        @Schema(examples = "2015-W16", description = "ISO week, Monday to Sunday")
        String week,

        @Schema(
                examples = "120",
                description =
                        "The effective amount: the pledge, else what was measured, else the estimate; never a sum of"
                                + " them")
        BigDecimal amount,

        @Schema(examples = "pledged", description = "The basis of the effective amount: pledged, measured or estimated")
        String basis,

        @Schema(description = "Everything that is known, in order of precedence; the first one is the effective amount")
        List<Known> known) {

    /** As a file; the columns {@code pledged}, {@code measured} and {@code estimated} stand beside the effective amount. */
    static final Table<ResourceView> TABLE = new Table<ResourceView>()
            .column("holderKind", ResourceView::holderKind)
            .column("holder", ResourceView::holder)
            .column("holderName", ResourceView::holderName)
            .column("region", ResourceView::region)
            .column("kind", ResourceView::kind)
            .column("unit", ResourceView::unit)
            .column("week", ResourceView::week)
            .column("amount", ResourceView::amount)
            .column("basis", ResourceView::basis)
            .column("pledged", view -> view.on(Basis.PLEDGED))
            .column("measured", view -> view.on(Basis.MEASURED))
            .column("estimated", view -> view.on(Basis.ESTIMATED));

    /** An amount on one basis. */
    @Schema(name = "ResourceAmount", description = "An amount on one basis, and who stated it")
    public record Known(
            @Schema(examples = "pledged", description = "pledged, measured or estimated")
            String basis,

            @Schema(examples = "120") BigDecimal amount,

            @Schema(nullable = true, description = "The statement that it is from; null of measured")
            UUID statementId,

            @Schema(
                    examples = "1",
                    nullable = true,
                    description = "Number of the edition, which a correction names; null of measured")
            Integer edition,

            @Schema(examples = "Committee of 13 April", nullable = true, description = "Null of measured")
            String source,

            @Schema(examples = "exeter-organiser", nullable = true, description = "Null of measured")
            String author,

            @Schema(nullable = true, description = "Null of measured")
            Instant statedAt) {}

    /**
     * @param holderName null unless it is a local party
     * @param region null of the national party
     */
    static ResourceView of(KnownWeek week, String holderName, String region) {
        return new ResourceView(
                week.of().holder().kind().code(),
                week.of().holder().id().isEmpty() ? null : week.of().holder().id(),
                holderName,
                region,
                week.of().kind().code(),
                week.of().kind().unit(),
                week.of().week().toString(),
                week.amounts().effective(),
                week.amounts().basis().code(),
                week.amounts().amounts().entrySet().stream()
                        .map(amount -> known(amount, week.statements().get(amount.getKey())))
                        .toList());
    }

    private static Known known(Map.Entry<Basis, BigDecimal> amount, ResourceStatement statement) {
        String basis = amount.getKey().code();
        return statement == null
                ? new Known(basis, amount.getValue(), null, null, null, null, null)
                : new Known(
                        basis,
                        amount.getValue(),
                        statement.id(),
                        statement.edition(),
                        statement.source(),
                        statement.author(),
                        statement.statedAt());
    }

    private BigDecimal on(Basis wanted) {
        return known.stream()
                .filter(amount -> amount.basis().equals(wanted.code()))
                .map(Known::amount)
                .findFirst()
                .orElse(null);
    }
}
