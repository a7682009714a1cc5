package uk.hustings.polls.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import uk.hustings.api.param.QueryParameter;

/** Which seats of a forecast are wanted, and in which order, as it is sent. */
public class SeatQuery {

    private static final List<String> ORDERS = List.of("name", "-name", "lead", "-lead", "win", "-win");

    @RestQuery
    @Parameter(description = "GSS code of a region", example = "E12000002")
    String region;

    @RestQuery
    @Parameter(description = "By name", example = "Scotland")
    String country;

    @RestQuery
    @Parameter(description = "Code of the party that wins most often", example = "lab")
    String favourite;

    @RestQuery
    @Parameter(
            description = "Code of the party whose probability to win minWin, maxWin and sort speak of",
            example = "lab")
    String party;

    @RestQuery
    @Parameter(
            description = "Only seats that the party wins with at least this probability; needs party",
            example = "0.25",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1"))
    String minWin;

    @RestQuery
    @Parameter(
            description = "Only seats that the party wins with at most this probability; needs party",
            example = "0.75",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1"))
    String maxWin;

    @RestQuery
    @Parameter(
            description =
                    "name (unless given), lead (of the first over the second, the closest first) or win (probability"
                            + " of party, the smallest first); a minus before it turns the order",
            example = "lead")
    String sort;

    /** The same, read. */
    record Wanted(
            String region, String country, String favourite, String party, Double minWin, Double maxWin, String sort) {

        boolean admits(SeatForecastView seat) {
            return is(region, seat.regionCode())
                    && is(country, seat.country())
                    && is(favourite, seat.favourite())
                    && (minWin == null || win(seat) >= minWin)
                    && (maxWin == null || win(seat) <= maxWin);
        }

        Comparator<SeatForecastView> order() {
            Comparator<SeatForecastView> byName = Comparator.comparing(
                            SeatForecastView::name, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                    .thenComparing(SeatForecastView::seatCode);
            Comparator<SeatForecastView> order =
                    switch (sort.replace("-", "")) {
                        case "lead" -> Comparator.comparing(seat -> Math.abs(seat.leadPts()));
                        case "win" -> Comparator.comparing(this::win);
                        default -> byName;
                    };
            return (sort.startsWith("-") ? order.reversed() : order).thenComparing(byName);
        }

        /** 0 where the party does not stand. */
        private double win(SeatForecastView seat) {
            return seat.parties().stream()
                    .filter(standing -> standing.party().equals(party))
                    .findFirst()
                    .map(SeatForecastView.SeatParty::winProbability)
                    .orElse(0.0);
        }

        private static boolean is(String wanted, String found) {
            return wanted == null || wanted.equals(found);
        }
    }

    /** @throws uk.hustings.api.problem.Problem INVALID_PARAMETER */
    Wanted read() {
        Double least = QueryParameter.decimal("minWin", minWin, 0, 1);
        Double most = QueryParameter.decimal("maxWin", maxWin, 0, 1);
        String order =
                Optional.ofNullable(QueryParameter.oneOf("sort", sort, ORDERS)).orElse("name");
        String of = text(party);
        if (of == null && (least != null || most != null || order.endsWith("win"))) {
            throw QueryParameter.refused("party", "party must be given with minWin, maxWin and sort=win");
        }
        if (least != null && most != null && least > most) {
            throw QueryParameter.refused("maxWin", "maxWin must not be less than minWin");
        }
        return new Wanted(text(region), text(country), text(favourite), of, least, most, order);
    }

    private static String text(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
