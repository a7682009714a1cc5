package uk.hustings.campaign.contact;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.hustings.api.export.Table;
import uk.hustings.campaign.contact.domain.CanvassCode;
import uk.hustings.campaign.contact.domain.Channel;
import uk.hustings.campaign.contact.domain.ContactRates;
import uk.hustings.campaign.contact.domain.IsoWeek;
import uk.hustings.campaign.contact.domain.Tally;

/** How widely and how well a seat, a local party or a region was canvassed; see {@link ContactRates}. */
@Schema(name = "ContactRate", description = "How widely and how well a seat, a local party or a region was canvassed")
public record ContactRateView(
        @Schema(examples = "E14000698", description = "Seat code, id of the local party, or code of the region")
        String key,

        @Schema(examples = "Exeter", nullable = true, description = "Null of a region")
        String name,

        @Schema(examples = "2015-W16", nullable = true, description = "Null for the whole span")
        String week,

        @Schema(
                examples = "76964",
                nullable = true,
                description =
                        "Of the seat, of the local party's own seats, or of the region's seats; null if not known")
        Long electorate,

        @Schema(examples = "640", description = "Over all channels")
        long contacts,

        @Schema(
                examples = "0.83",
                nullable = true,
                description = "Contacts for each hundred electors, an elector counting as often as reached; of a local"
                        + " party only contacts in its own seats; null if the electorate is not known")
        BigDecimal coveragePct,

        @Schema(examples = "700", nullable = true, description = "Of the lines that tell them; null if none does")
        Long attempts,

        @Schema(
                examples = "71.43",
                nullable = true,
                description =
                        "Contacts for each hundred attempts, over the lines that tell their attempts; null if none does")
        BigDecimal strikeRatePct,

        @Schema(description = "The same by channel") Map<String, ByChannel> byChannel,

        @Schema(
                description =
                        "Share of each canvass code: firm, soft, against, dont-know and refused of these five, and"
                                + " moved, deceased and not-home of these three")
        Map<String, BigDecimal> codeSharesPct) {

    static final Table<ContactRateView> TABLE = table();

    /** One channel. */
    @Schema(name = "ContactRateByChannel", description = "How widely and how well it was canvassed by one channel")
    public record ByChannel(
            @Schema(examples = "500") long contacts,
            @Schema(examples = "700", nullable = true) Long attempts,
            @Schema(examples = "0.65", nullable = true) BigDecimal coveragePct,
            @Schema(examples = "71.43", nullable = true) BigDecimal strikeRatePct) {}

    static ContactRateView of(String key, String name, IsoWeek week, Long electorate, Tally all, ContactRates rates) {
        Map<String, ByChannel> byChannel = new TreeMap<>();
        rates.byChannel()
                .forEach((channel, of) -> byChannel.put(
                        channel.code(),
                        new ByChannel(of.contacts(), of.attempts(), of.coveragePct(), of.strikeRatePct())));
        Map<String, BigDecimal> shares = new TreeMap<>();
        rates.codeSharesPct().forEach((code, share) -> shares.put(code.code(), share));
        return new ContactRateView(
                key,
                name,
                week == null ? null : week.toString(),
                electorate,
                all.contacts(),
                rates.coveragePct(),
                all.attempts() == 0 ? null : all.attempts(),
                rates.strikeRatePct(),
                byChannel,
                shares);
    }

    private static Table<ContactRateView> table() {
        Table<ContactRateView> table = new Table<ContactRateView>()
                .column("key", ContactRateView::key)
                .column("name", ContactRateView::name)
                .column("week", ContactRateView::week)
                .column("electorate", ContactRateView::electorate)
                .column("contacts", ContactRateView::contacts)
                .column("coveragePct", ContactRateView::coveragePct)
                .column("attempts", ContactRateView::attempts)
                .column("strikeRatePct", ContactRateView::strikeRatePct);
        for (Channel channel : Channel.values()) {
            table.column(channel.code() + "Contacts", ofChannel(channel, ByChannel::contacts))
                    .column(channel.code() + "Attempts", ofChannel(channel, ByChannel::attempts));
        }
        for (CanvassCode code : CanvassCode.values()) {
            table.column(code.field() + "Pct", rate -> rate.codeSharesPct().get(code.code()));
        }
        return table;
    }

    private static <V> Function<ContactRateView, V> ofChannel(Channel channel, Function<ByChannel, V> figure) {
        return rate -> {
            ByChannel of = rate.byChannel().get(channel.code());
            return of == null ? null : figure.apply(of);
        };
    }
}
