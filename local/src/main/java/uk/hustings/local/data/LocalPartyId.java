package uk.hustings.local.data;

import java.text.Normalizer;
import java.util.Locale;

/** Ids of local parties in the demo: one per seat of Great Britain, made of the seat's name. */
public final class LocalPartyId {

    private LocalPartyId() {}

    /**
     * The name in lower case without accents and punctuation, its words joined by hyphens.
     *
     * @param seatName for example {@code Sheffield, Hallam}, which gives {@code sheffield-hallam}
     */
    public static String of(String seatName) {
        String plain = Normalizer.normalize(seatName, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("['’.]", "")
                .toLowerCase(Locale.ROOT);
        return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
