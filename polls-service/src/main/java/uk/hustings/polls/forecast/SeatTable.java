package uk.hustings.polls.forecast;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import uk.hustings.api.export.CsvFile;
import uk.hustings.api.export.Table;
import uk.hustings.polls.forecast.SeatForecastView.SeatParty;

/** The seats of a forecast as a CSV file: what is told of a party that does not stand in a seat is empty. */
final class SeatTable {

    private SeatTable() {}

    static CsvFile csv(List<SeatForecastView> seats) {
        Table<SeatForecastView> table = new Table<SeatForecastView>()
                .column("seatCode", SeatForecastView::seatCode)
                .column("boundarySet", SeatForecastView::boundarySet)
                .column("name", SeatForecastView::name)
                .column("regionCode", SeatForecastView::regionCode)
                .column("country", SeatForecastView::country)
                .column("favourite", SeatForecastView::favourite)
                .column("first", SeatForecastView::first)
                .column("second", SeatForecastView::second)
                .column("leadPts", SeatForecastView::leadPts)
                .column("leadSdPts", SeatForecastView::leadSdPts);
        Set<String> parties = new TreeSet<>();
        seats.forEach(seat -> seat.parties().forEach(party -> parties.add(party.party())));
        for (String party : parties) {
            table.column(party + "Pct", of(party, SeatParty::pct))
                    .column(party + "LowPct", of(party, SeatParty::lowPct))
                    .column(party + "HighPct", of(party, SeatParty::highPct))
                    .column(party + "WinProbability", of(party, SeatParty::winProbability));
        }
        return table.csv(seats);
    }

    private static Function<SeatForecastView, ?> of(String party, Function<SeatParty, ?> figure) {
        return seat -> seat.parties().stream()
                .filter(standing -> standing.party().equals(party))
                .findFirst()
                .map(figure)
                .orElse(null);
    }
}
