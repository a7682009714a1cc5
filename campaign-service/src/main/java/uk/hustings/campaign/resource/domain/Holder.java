package uk.hustings.campaign.resource.domain;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who has a resource.
 *
 * @param id of the local party, or GSS code of the region; empty for the national party
 */
public record Holder(Kind kind, String id) implements Comparable<Holder> {

    /** The national party. */
    public static final Holder NATIONAL = new Holder(Kind.NATIONAL, "");

    private static final Comparator<Holder> ORDER =
            Comparator.comparing(Holder::kind).thenComparing(Holder::id);

    /** What a holder is. */
    public enum Kind {
        LOCAL_PARTY,
        REGION,
        NATIONAL;

        /** As the API writes it, for example {@code local-party}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> fromCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }

        public static List<String> codes() {
            return Arrays.stream(values()).map(Kind::code).toList();
        }
    }

    /** @throws IllegalArgumentException if the national party has an id, or another holder has none */
    public Holder {
        if ((kind == Kind.NATIONAL) != id.isEmpty()) {
            throw new IllegalArgumentException(kind.code() + " with the id '" + id + "'");
        }
    }

    public static Holder localParty(String id) {
        return new Holder(Kind.LOCAL_PARTY, id);
    }

    /** @param code GSS code */
    public static Holder region(String code) {
        return new Holder(Kind.REGION, code);
    }

    public boolean isLocalParty() {
        return kind == Kind.LOCAL_PARTY;
    }

    /** In words, for example {@code the local party exeter}. */
    public String inWords() {
        return switch (kind) {
            case LOCAL_PARTY -> "the local party " + id;
            case REGION -> "the region " + id;
            case NATIONAL -> "the national party";
        };
    }

    @Override
    public int compareTo(Holder other) {
        return ORDER.compare(this, other);
    }
}
