package uk.hustings.campaign.spending.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.hustings.campaign.spending.domain.LimitRule.Contests;

/**
 * The legal limits of a candidate's spending at parliamentary elections, from the general election of 2010 on. Where there is
 * no row, no limit applies: the elections of 2017, 2019 and July 2024 were called before the Parliament had lasted 55 months,
 * so that they had no long campaign, and by-elections never have one.
 */
public final class LimitTable {

    private static final LocalDate GE_2010 = LocalDate.of(2010, 5, 6);
    private static final LocalDate GE_2015 = LocalDate.of(2015, 5, 7);
    private static final LocalDate GE_2017 = LocalDate.of(2017, 6, 8);
    private static final LocalDate GE_2019 = LocalDate.of(2019, 12, 12);
    private static final LocalDate GE_2024 = LocalDate.of(2024, 7, 4);

    /** The order of 2023 came into force on this day. */
    private static final LocalDate ORDER_OF_2023 = LocalDate.of(2023, 11, 23);

    private static final String SHORT_2010 = "RPA 1983 s. 76(2)(a), as varied by SI 2005/269";
    private static final String LONG_2010 =
            "RPA 1983 s. 76ZA(2), inserted by the Political Parties and Elections Act 2009 s. 21";
    private static final String SHORT_2014 = "RPA 1983 s. 76(2)(a), as varied by SI 2014/1870 art. 4";
    private static final String LONG_2014 = "RPA 1983 s. 76ZA(2), as varied by SI 2014/1870 art. 6";
    private static final String SHORT_2023 = "RPA 1983 s. 76(2)(a), as varied by SI 2023/1235 art. 2";
    private static final String LONG_2023 = "RPA 1983 s. 76ZA(2) and (3), as varied by SI 2023/1235 art. 2";
    private static final String BY_ELECTION_2000 =
            "RPA 1983 s. 76(2)(aa), as varied by the Political Parties, Elections and Referendums Act 2000 s. 132";
    private static final String BY_ELECTION_2023 = "RPA 1983 s. 76(2)(aa), as varied by SI 2023/1235 art. 2";

    private static final List<LimitRule> RULES = rules();

    private LimitTable() {}

    /** By election, oldest first; the long campaign before the short one, counties before boroughs. */
    public static List<LimitRule> all() {
        return RULES;
    }

    /** @return empty if no limit of this period applies to the election, so that nothing can be spent in it */
    public static Optional<LimitRule> find(Contest contest, SeatType seatType, SpendingPeriod period) {
        return RULES.stream()
                .filter(rule -> rule.seatType() == seatType && rule.period() == period && rule.appliesTo(contest))
                .findFirst();
    }

    private static List<LimitRule> rules() {
        List<LimitRule> rules = new ArrayList<>();
        general(rules, GE_2010, GE_2010, SpendingPeriod.LONG, 25_000, 7, 5, LONG_2010);
        general(rules, GE_2010, GE_2010, SpendingPeriod.SHORT, 7_150, 7, 5, SHORT_2010);
        general(rules, GE_2015, GE_2015, SpendingPeriod.LONG, 30_700, 9, 6, LONG_2014);
        general(rules, GE_2015, GE_2015, SpendingPeriod.SHORT, 8_700, 9, 6, SHORT_2014);
        general(rules, GE_2017, GE_2017, SpendingPeriod.SHORT, 8_700, 9, 6, SHORT_2014);
        general(rules, GE_2019, GE_2019, SpendingPeriod.SHORT, 8_700, 9, 6, SHORT_2014);
        general(rules, GE_2024, GE_2024, SpendingPeriod.SHORT, 11_390, 12, 8, SHORT_2023);
        general(rules, GE_2024.plusDays(1), null, SpendingPeriod.LONG, 40_220, 12, 8, LONG_2023);
        general(rules, GE_2024.plusDays(1), null, SpendingPeriod.SHORT, 11_390, 12, 8, SHORT_2023);
        byElections(rules, GE_2010, ORDER_OF_2023.minusDays(1), 100_000, BY_ELECTION_2000);
        byElections(rules, ORDER_OF_2023, null, 180_050, BY_ELECTION_2023);
        return List.copyOf(rules);
    }

    private static void general(
            List<LimitRule> rules,
            LocalDate first,
            LocalDate last,
            SpendingPeriod period,
            int baseGbp,
            int countyPence,
            int boroughPence,
            String source) {
        boolean phased = period == SpendingPeriod.LONG && last == null;
        rules.add(new LimitRule(
                Contests.GENERAL, first, last, SeatType.COUNTY, period, baseGbp, countyPence, phased, source));
        rules.add(new LimitRule(
                Contests.GENERAL, first, last, SeatType.BOROUGH, period, baseGbp, boroughPence, phased, source));
    }

    private static void byElections(
            List<LimitRule> rules, LocalDate first, LocalDate last, int flatGbp, String source) {
        for (SeatType seatType : SeatType.values()) {
            rules.add(new LimitRule(
                    Contests.BY_ELECTION, first, last, seatType, SpendingPeriod.SHORT, flatGbp, 0, false, source));
        }
    }
}
