package uk.hustings.seats.seat.domain;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import uk.hustings.api.id.SeatCode;

/**
 * A constituency of one boundary set.
 *
 * @param regionCode GSS code of the region; of the country outside England
 * @param county null where none is known
 * @param type as the source has it: {@code county}, {@code borough}, {@code burgh}
 * @param electorate when the boundary set came into force
 * @param areaKm2 null where not known
 * @param hex null where the boundary set has no hex map
 * @param postcodeCentroid mean place of its postcodes; null where not known, as in Northern Ireland
 */
public record Seat(
        SeatKey key,
        String name,
        String regionCode,
        String regionName,
        String country,
        String county,
        String type,
        int electorate,
        Centroid centroid,
        Double areaKm2,
        Hex hex,
        Centroid postcodeCentroid) {

    /** By name as people look it up, whatever its accents and capitals. */
    public static final Comparator<Seat> BY_NAME = Comparator.comparing((Seat seat) -> plain(seat.name()))
            .thenComparing(Seat::code)
            .thenComparing(Seat::boundarySet);

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    public SeatCode code() {
        return key.code();
    }

    public String boundarySet() {
        return key.boundarySet();
    }

    /** Whether the name contains the text, whatever the accents, capitals and punctuation of either. */
    public boolean isCalled(String text) {
        return words(name).contains(words(text));
    }

    private static String words(String text) {
        return PUNCTUATION.matcher(plain(text)).replaceAll(" ").strip();
    }

    private static String plain(String text) {
        // Nearly every name: to take it apart would cost more than the rest of a sort together.
        if (text.chars().allMatch(letter -> letter < 128)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
