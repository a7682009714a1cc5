package uk.hustings.seats.seat.domain;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.hustings.api.id.SeatCode;

/**
 * A constituency of one boundary set.
 *
 * @param boundarySet {@link #BOUNDARY_SET}
 * @param regionCode GSS code of the region; of the country outside England
 * @param county null where none is known
 * @param type as the source has it: {@code County}, {@code Borough}, {@code Burgh}
 * @param electorate when the boundary set came into force
 */
public record Seat(
        SeatCode code,
        String boundarySet,
        String name,
        String regionCode,
        String regionName,
        String country,
        String county,
        String type,
        int electorate,
        Centroid centroid) {

    /** The boundaries of the general elections of 2010 to 2019. */
    public static final String BOUNDARY_SET = "2010";

    /** By name as people look it up, whatever its accents and capitals. */
    public static final Comparator<Seat> BY_NAME =
            Comparator.comparing((Seat seat) -> plain(seat.name())).thenComparing(Seat::code);

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** Whether the name contains the text, whatever the accents and capitals of either. */
    public boolean isCalled(String text) {
        return plain(name).contains(plain(text));
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
