package uk.hustings.local.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Activist-hours of the demo's local parties from 14 April to 7 May 2015, which nobody counted: 169,000 hours, the figure with which
 * allocation was tried, shared out by Labour's votes of 2010 in the seat. A seat that Labour did not contest counts like the one with
 * the fewest votes. Four fifths are worked at the door, one fifth by phone.
 */
final class ResourceEstimate {

    /** Hours of all local parties together over {@link #DAYS} days. */
    static final BigDecimal HOURS = BigDecimal.valueOf(169_000);

    /** 14 April to 7 May, both included. */
    static final BigDecimal DAYS = BigDecimal.valueOf(24);

    /** The ISO weeks of the period. The first and the last lie in it in part and are estimated whole. */
    static final List<String> WEEKS = List.of("2015-W16", "2015-W17", "2015-W18", "2015-W19");

    private static final BigDecimal DAYS_OF_WEEK = BigDecimal.valueOf(7);

    /** Share of the hours by kind. */
    private static final Map<String, BigDecimal> SHARES =
            Map.of("doorstep-hours", new BigDecimal("0.8"), "phone-hours", new BigDecimal("0.2"));

    private static final String SOURCE =
            "Estimate for the demo, not counted by anybody: 169,000 hours of all local parties from 14 April to 7 May 2015,"
                    + " shared out by Labour's votes of 2010 in the seat, four fifths at the door";

    private final LocalPartyFile parties;
    private final Map<String, Integer> votes;

    /** @param votes Labour's by seat code; 0 where it did not stand */
    ResourceEstimate(LocalPartyFile parties, Map<String, Integer> votes) {
        this.parties = parties;
        this.votes = votes;
    }

    /** One line for each local party, week and kind. */
    CsvBody resources() {
        CsvBody csv = new CsvBody(List.of("holderKind", "holder", "kind", "week", "basis", "amount", "source"));
        weeklyHours()
                .forEach((party, hours) -> WEEKS.forEach(week -> SHARES.keySet().stream()
                        .sorted()
                        .forEach(kind -> csv.row(List.of(
                                "local-party",
                                party,
                                kind,
                                week,
                                "estimated",
                                hours.multiply(SHARES.get(kind))
                                        .setScale(2, RoundingMode.HALF_UP)
                                        .toPlainString(),
                                SOURCE)))));
        return csv;
    }

    /** Hours of a whole week by local party, in the order of their ids. */
    private Map<String, BigDecimal> weeklyHours() {
        Map<String, String> seats = parties.seats();
        int fewest = seats.values().stream()
                .mapToInt(votes::get)
                .filter(cast -> cast > 0)
                .min()
                .orElseThrow();
        Map<String, Integer> weights = seats.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, party -> Math.max(votes.get(party.getValue()), fewest)));
        BigDecimal all = BigDecimal.valueOf(
                weights.values().stream().mapToLong(Integer::longValue).sum());
        BigDecimal weekly = HOURS.multiply(DAYS_OF_WEEK).divide(DAYS, 10, RoundingMode.HALF_UP);
        return weights.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        party -> weekly.multiply(BigDecimal.valueOf(party.getValue()))
                                .divide(all, 10, RoundingMode.HALF_UP),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
