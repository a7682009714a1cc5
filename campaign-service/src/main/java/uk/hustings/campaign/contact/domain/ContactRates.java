package uk.hustings.campaign.contact.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How widely electors were reached and how often an attempt reached one. Two measures that are never merged with each
 * other, nor with recall, which only a poll can measure. All in percentage points with two decimals.
 *
 * @param coveragePct contacts for each hundred electors. Electors reached twice count twice, so it may exceed 100; null
 *     if the electorate is not known
 * @param strikeRatePct contacts for each hundred attempts, over those lines of counts alone that tell their attempts;
 *     null if none does
 * @param byChannel of the channels that have contacts or attempts
 * @param codeSharesPct of each canvass code. Firm, soft, against, dont-know and refused are shares of just these five,
 *     people who were spoken to; moved, deceased and not-home of just these three. A group without any is absent
 */
public record ContactRates(
        BigDecimal coveragePct,
        BigDecimal strikeRatePct,
        Map<Channel, OfChannel> byChannel,
        Map<CanvassCode, BigDecimal> codeSharesPct) {

    private static final int DECIMALS = 2;

    /**
     * The same by one channel.
     *
     * @param attempts null if no line tells them
     */
    public record OfChannel(long contacts, Long attempts, BigDecimal coveragePct, BigDecimal strikeRatePct) {}

    /**
     * Reckons the rates.
     *
     * @param all what was done
     * @param covering that part of it which was done among the electors
     * @param electorate null if not known
     */
    public static ContactRates of(Tally all, Tally covering, Long electorate) {
        Map<Channel, OfChannel> byChannel = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            if (all.contacts(channel) > 0 || all.attempts(channel) > 0) {
                byChannel.put(
                        channel,
                        new OfChannel(
                                all.contacts(channel),
                                all.attempts(channel) == 0 ? null : all.attempts(channel),
                                pct(covering.contacts(channel), electorate),
                                pct(all.attempted(channel), all.attempts(channel))));
            }
        }
        Map<CanvassCode, BigDecimal> shares = new EnumMap<>(CanvassCode.class);
        addShares(shares, all, CanvassCode.OF_CONTACTS);
        addShares(shares, all, CanvassCode.OF_OTHERS);
        return new ContactRates(
                pct(covering.contacts(), electorate), pct(all.attempted(), all.attempts()), byChannel, shares);
    }

    private static void addShares(Map<CanvassCode, BigDecimal> shares, Tally all, Set<CanvassCode> group) {
        long sum = all.codes(group);
        if (sum > 0) {
            group.forEach(code -> shares.put(code, pct(all.code(code), sum)));
        }
    }

    private static BigDecimal pct(long part, Long whole) {
        return whole == null || whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
